namespace TorchSharp;

/// <summary>The ATen operators in use; each is looked up when it is first called.</summary>
internal static partial class Aten
{
    internal static readonly Operator adaptive_avg_pool1d = new("aten::adaptive_avg_pool1d");
    internal static readonly Operator adaptive_avg_pool2d = new("aten::adaptive_avg_pool2d");
    internal static readonly Operator avg_pool1d = new("aten::avg_pool1d");
    internal static readonly Operator avg_pool2d = new("aten::avg_pool2d");
    internal static readonly Operator batch_norm = new("aten::batch_norm");
    internal static readonly Operator bilinear = new("aten::bilinear");
    internal static readonly Operator binary_cross_entropy = new("aten::binary_cross_entropy");
    internal static readonly Operator binary_cross_entropy_with_logits = new(
        "aten::binary_cross_entropy_with_logits"
    );
    internal static readonly Operator celu_ = new("aten::celu_");
    internal static readonly Operator conv1d = new("aten::conv1d");
    internal static readonly Operator conv2d = new("aten::conv2d");
    internal static readonly Operator conv_transpose2d_input = new("aten::conv_transpose2d", "input");
    internal static readonly Operator cosine_embedding_loss = new("aten::cosine_embedding_loss");
    internal static readonly Operator cosine_similarity = new("aten::cosine_similarity");
    internal static readonly Operator cross_entropy_loss = new("aten::cross_entropy_loss");
    internal static readonly Operator dropout = new("aten::dropout");
    internal static readonly Operator dropout_ = new("aten::dropout_");
    internal static readonly Operator elu_ = new("aten::elu_");
    internal static readonly Operator glu = new("aten::glu");
    internal static readonly Operator group_norm = new("aten::group_norm");
    internal static readonly Operator hardtanh_ = new("aten::hardtanh_");
    internal static readonly Operator huber_loss = new("aten::huber_loss");
    internal static readonly Operator im2col = new("aten::im2col");
    internal static readonly Operator instance_norm = new("aten::instance_norm");
    internal static readonly Operator kl_div = new("aten::kl_div");
    internal static readonly Operator l1_loss = new("aten::l1_loss");
    internal static readonly Operator layer_norm = new("aten::layer_norm");
    internal static readonly Operator linear = new("aten::linear");
    internal static readonly Operator max_pool1d = new("aten::max_pool1d");
    internal static readonly Operator max_pool2d = new("aten::max_pool2d");
    internal static readonly Operator mish = new("aten::mish");
    internal static readonly Operator mish_ = new("aten::mish_");
    internal static readonly Operator mse_loss = new("aten::mse_loss");
    internal static readonly Operator nll_loss_nd = new("aten::nll_loss_nd");
    internal static readonly Operator one_hot = new("aten::one_hot");
    internal static readonly Operator pairwise_distance = new("aten::pairwise_distance");
    internal static readonly Operator relu6_ = new("aten::relu6_");
    internal static readonly Operator selu_ = new("aten::selu_");
    internal static readonly Operator smooth_l1_loss = new("aten::smooth_l1_loss");
}
