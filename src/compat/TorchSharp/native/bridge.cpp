// The whole border between the managed library and libtorch.
//
// Any ATen operator is called by its name through libtorch's dispatcher, so a member on the managed
// side needs no code here. Beside that stand autograd, generators and what a tensor tells of itself.
//
// No C++ exception leaves this file: every entry that can fail runs inside `guarded`, which keeps
// the message for `bridge_last_error` and returns `failed`.

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/ScalarOps.h>
#include <ATen/core/Tensor.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#define BRIDGE extern "C" __attribute__((visibility("default")))

namespace {

// One argument or result of an operator; NativeValue on the managed side has the same layout.
enum Tag : int32_t {
    None, Tensor, Int, Double, Bool, IntList, DoubleList, TensorList, OptionalTensorList, String, Device, Generator,
    WrappedInt, WrappedDouble
};

struct Value {
    int32_t tag;
    int32_t count;
    union {
        int64_t integer;
        double real;
        void* pointer;
    };
};

constexpr int32_t failed = -1;
thread_local std::string last_error;

template <typename Body>
int32_t guarded(Body&& body) noexcept {
    try {
        if constexpr (std::is_void_v<decltype(body())>) {
            body();
            return 0;
        } else {
            return body();
        }
    } catch (const c10::Error& error) {
        last_error = error.what_without_backtrace();
    } catch (const std::exception& error) {
        last_error = error.what();
    } catch (...) {
        last_error = "libtorch threw something that is not a std::exception.";
    }
    return failed;
}

// A managed tensor holds one reference to the TensorImpl; its handle is that pointer.
at::Tensor borrow(void* handle) {
    using Pointer = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;
    return handle ? at::Tensor(Pointer::reclaim_copy(static_cast<c10::TensorImpl*>(handle))) : at::Tensor();
}

void* give(at::Tensor tensor) {
    return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr;
}

const c10::TensorImpl& impl(void* handle) {
    return *static_cast<c10::TensorImpl*>(handle);
}

at::Generator& generator(void* handle) {
    return *static_cast<at::Generator*>(handle);
}

std::vector<at::Tensor> borrow_all(void* const* handles, int32_t count) {
    std::vector<at::Tensor> tensors;
    tensors.reserve(count);
    for (int32_t i = 0; i < count; ++i) {
        tensors.push_back(borrow(handles[i]));
    }
    return tensors;
}

// A number in a tensor's place: it does not count in the promotion of types. Made with the type of
// the other operand where that is a floating-point one, it need not be converted first.
at::Tensor wrapped(const c10::Scalar& number, const c10::TensorImpl& other) {
    auto type = c10::typeMetaToScalarType(other.dtype());
    auto tensor = c10::isFloatingType(type) ? at::detail::scalar_tensor_static(number, type, at::kCPU)
                                            : c10::scalar_to_tensor(number);
    tensor.unsafeGetTensorImpl()->set_wrapped_number(true);
    return tensor;
}

// libtorch's own optional up to 2.0, the standard one since.
using OptionalTensor = decltype(std::declval<const c10::IValue&>().toOptional<at::Tensor>());

c10::IValue to_ivalue(const Value& value, const Value* all) {
    switch (value.tag) {
        case None:
            return c10::IValue();
        case Tensor:
            return borrow(value.pointer);
        case Int:
            return value.integer;
        case Double:
            return value.real;
        case Bool:
            return value.integer != 0;
        case IntList: {
            auto items = static_cast<const int64_t*>(value.pointer);
            return c10::IValue(c10::ArrayRef<int64_t>(items, value.count));
        }
        case DoubleList: {
            auto items = static_cast<const double*>(value.pointer);
            return c10::IValue(c10::ArrayRef<double>(items, value.count));
        }
        case TensorList:
            return borrow_all(static_cast<void* const*>(value.pointer), value.count);
        case OptionalTensorList: {
            c10::List<OptionalTensor> list;
            for (const auto& tensor : borrow_all(static_cast<void* const*>(value.pointer), value.count)) {
                list.push_back(tensor.defined() ? OptionalTensor(tensor) : OptionalTensor());
            }
            return list;
        }
        case String:
            return std::string(static_cast<const char*>(value.pointer), value.count);
        case Device: {
            auto type = static_cast<c10::DeviceType>(value.integer & 0xff);
            return c10::Device(type, static_cast<c10::DeviceIndex>(value.integer >> 8));
        }
        case Generator:
            return c10::IValue(generator(value.pointer));
        case WrappedInt:
            return wrapped(value.integer, impl(all[all[0].tag == Tensor ? 0 : 1].pointer));
        case WrappedDouble:
            return wrapped(value.real, impl(all[all[0].tag == Tensor ? 0 : 1].pointer));
    }
    TORCH_CHECK(false, "unknown argument tag ", value.tag);
}

// The managed side frees the array of a list with bridge_free_list.
void set_list(Value& value, const std::vector<at::Tensor>& tensors) {
    auto handles = new void*[tensors.size()];
    for (size_t i = 0; i < tensors.size(); ++i) {
        handles[i] = give(tensors[i]);
    }
    value.tag = TensorList;
    value.count = static_cast<int32_t>(tensors.size());
    value.pointer = handles;
}

void from_ivalue(c10::IValue&& result, Value& value) {
    value.count = 0;
    if (result.isTensor()) {
        value.tag = Tensor;
        value.pointer = give(std::move(result).toTensor());
    } else if (result.isTensorList()) {
        set_list(value, result.toTensorVector());
    } else if (result.isBool()) {
        value.tag = Bool;
        value.integer = result.toBool();
    } else if (result.isInt()) {
        value.tag = Int;
        value.integer = result.toInt();
    } else if (result.isDouble()) {
        value.tag = Double;
        value.real = result.toDouble();
    } else {
        TORCH_CHECK(result.isNone(), "cannot return a value of kind ", result.tagKind());
        value.tag = None;
        value.pointer = nullptr;
    }
}

}  // namespace

BRIDGE const char* bridge_last_error() { return last_error.c_str(); }

// ---- operators ----

BRIDGE int32_t bridge_find(const char* name, const char* overload, void** op) {
    return guarded([&] {
        // An operator handle lives as long as the process: it is cached for good by the caller.
        *op = new c10::OperatorHandle(c10::Dispatcher::singleton().findSchemaOrThrow(name, overload));
    });
}

// Arguments left out at the end take the schema's defaults, so that a call fits the schemas of
// every libtorch version that agrees on the first ones.
BRIDGE int32_t bridge_call(
    const void* op, const Value* arguments, int32_t argument_count, Value* results, int32_t capacity) {
    return guarded([&]() -> int32_t {
        const auto& handle = *static_cast<const c10::OperatorHandle*>(op);
        const auto& schema = handle.schema();
        std::vector<c10::IValue> stack;
        stack.reserve(schema.arguments().size());
        for (int32_t i = 0; i < argument_count; ++i) {
            stack.push_back(to_ivalue(arguments[i], arguments));
        }
        for (size_t i = argument_count; i < schema.arguments().size(); ++i) {
            const auto& missing = schema.arguments()[i].default_value();
            TORCH_CHECK(missing.has_value(), schema.name(), " needs argument '", schema.arguments()[i].name(), "'");
            stack.push_back(*missing);
        }
        handle.callBoxed(stack);
        auto count = static_cast<int32_t>(stack.size());
        TORCH_CHECK(count <= capacity, schema.name(), " returns ", count, " values, expected at most ", capacity);
        for (int32_t i = 0; i < count; ++i) {
            from_ivalue(std::move(stack[i]), results[i]);
        }
        return count;
    });
}

BRIDGE void bridge_free_list(void** handles) { delete[] handles; }

// ---- tensors ----

BRIDGE void bridge_free(void* tensor) {
    c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(static_cast<c10::TensorImpl*>(tensor));
}

BRIDGE void* bridge_alias(void* tensor) { return give(borrow(tensor)); }
BRIDGE int64_t bridge_dim(void* tensor) { return impl(tensor).dim(); }
BRIDGE int64_t bridge_numel(void* tensor) { return impl(tensor).numel(); }

BRIDGE int32_t bridge_dtype(void* tensor) {
    return static_cast<int32_t>(c10::typeMetaToScalarType(impl(tensor).dtype()));
}

BRIDGE int64_t bridge_element_size(void* tensor) { return static_cast<int64_t>(impl(tensor).itemsize()); }
BRIDGE int64_t bridge_storage_offset(void* tensor) { return impl(tensor).storage_offset(); }

BRIDGE int32_t bridge_sizes(void* tensor, int64_t* sizes) {
    return guarded([&] {
        auto from = borrow(tensor).sizes();
        std::copy(from.begin(), from.end(), sizes);
    });
}

BRIDGE int32_t bridge_strides(void* tensor, int64_t* strides) {
    return guarded([&] {
        auto from = borrow(tensor).strides();
        std::copy(from.begin(), from.end(), strides);
    });
}

BRIDGE int32_t bridge_device(void* tensor, int32_t* index) {
    return guarded([&] {
        auto device = borrow(tensor).device();
        *index = device.index();
        return static_cast<int32_t>(device.type());
    });
}

BRIDGE int32_t bridge_is_contiguous(void* tensor) {
    return guarded([&] { return static_cast<int32_t>(borrow(tensor).is_contiguous()); });
}

BRIDGE int32_t bridge_is_sparse(void* tensor) {
    return guarded([&] { return static_cast<int32_t>(borrow(tensor).is_sparse()); });
}

BRIDGE int32_t bridge_data(void* tensor, void** data) {
    return guarded([&] { *data = borrow(tensor).data_ptr(); });
}

// ---- autograd ----

BRIDGE int32_t bridge_requires_grad(void* tensor) {
    return guarded([&] { return static_cast<int32_t>(borrow(tensor).requires_grad()); });
}

BRIDGE int32_t bridge_set_requires_grad(void* tensor, int32_t value) {
    return guarded([&] { borrow(tensor).set_requires_grad(value != 0); });
}

BRIDGE int32_t bridge_is_leaf(void* tensor) {
    return guarded([&] { return static_cast<int32_t>(borrow(tensor).is_leaf()); });
}

BRIDGE int32_t bridge_grad(
    void* const* outputs, int32_t output_count, void* const* inputs, int32_t input_count, void* const* grad_outputs,
    int32_t grad_output_count, int32_t retain_graph, int32_t create_graph, int32_t allow_unused, void** gradients) {
    return guarded([&] {
        auto found = torch::autograd::grad(
            borrow_all(outputs, output_count), borrow_all(inputs, input_count),
            borrow_all(grad_outputs, grad_output_count), retain_graph != 0, create_graph != 0, allow_unused != 0);
        for (int32_t i = 0; i < input_count; ++i) {
            gradients[i] = give(std::move(found[i]));
        }
    });
}

BRIDGE int32_t bridge_grad_enabled() { return c10::GradMode::is_enabled(); }
BRIDGE void bridge_set_grad_enabled(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }
BRIDGE int32_t bridge_inference_enabled() { return c10::InferenceMode::is_enabled(); }
BRIDGE void* bridge_enter_inference(int32_t enabled) { return new c10::InferenceMode(enabled != 0); }
BRIDGE void bridge_leave_inference(void* mode) { delete static_cast<c10::InferenceMode*>(mode); }
BRIDGE int32_t bridge_anomaly_enabled() { return torch::autograd::AnomalyMode::is_enabled(); }
BRIDGE int32_t bridge_anomaly_checks_nan() { return torch::autograd::AnomalyMode::should_check_nan(); }

BRIDGE void bridge_set_anomaly_enabled(int32_t enabled, int32_t check_nan) {
    torch::autograd::AnomalyMode::set_enabled(enabled != 0, check_nan != 0);
}

// ---- random numbers and threads ----

BRIDGE int32_t bridge_default_generator(void** handle) {
    return guarded([&] { *handle = new at::Generator(at::detail::getDefaultCPUGenerator()); });
}

BRIDGE int32_t bridge_new_generator(uint64_t seed, void** handle) {
    return guarded([&] { *handle = new at::Generator(at::detail::createCPUGenerator(seed)); });
}

BRIDGE void bridge_free_generator(void* handle) { delete static_cast<at::Generator*>(handle); }

BRIDGE int32_t bridge_generator_set_seed(void* handle, uint64_t seed) {
    return guarded([&] {
        std::lock_guard<std::mutex> lock(generator(handle).mutex());
        generator(handle).set_current_seed(seed);
    });
}

BRIDGE uint64_t bridge_generator_seed(void* handle) { return generator(handle).current_seed(); }

BRIDGE int32_t bridge_generator_renew_seed(void* handle, uint64_t* seed) {
    return guarded([&] {
        std::lock_guard<std::mutex> lock(generator(handle).mutex());
        *seed = generator(handle).seed();
    });
}

BRIDGE int32_t bridge_generator_state(void* handle, void** state) {
    return guarded([&] {
        std::lock_guard<std::mutex> lock(generator(handle).mutex());
        *state = give(generator(handle).get_state());
    });
}

BRIDGE int32_t bridge_generator_set_state(void* handle, void* state) {
    return guarded([&] {
        std::lock_guard<std::mutex> lock(generator(handle).mutex());
        generator(handle).set_state(borrow(state));
    });
}

BRIDGE int32_t bridge_manual_seed(uint64_t seed) { return guarded([&] { at::manual_seed(seed); }); }
BRIDGE int32_t bridge_threads() { return at::get_num_threads(); }
BRIDGE int32_t bridge_set_threads(int32_t count) { return guarded([&] { at::set_num_threads(count); }); }
BRIDGE int32_t bridge_interop_threads() { return static_cast<int32_t>(at::get_num_interop_threads()); }

BRIDGE int32_t bridge_set_interop_threads(int32_t count) {
    return guarded([&] { at::set_num_interop_threads(count); });
}

BRIDGE int32_t bridge_has_cuda() { return guarded([&] { return static_cast<int32_t>(at::hasCUDA()); }); }
