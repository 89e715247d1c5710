using System.Reflection;

namespace MetaNotebooks.Tests;

/// <summary>
/// Everything of the kit's that a training can be made of, found by reflection: what each is made from, and
/// how it is put into a run.
/// </summary>
internal static class KitParts
{
    /// <summary>How one is made: from what, by name, and by what.</summary>
    public sealed record Made(string Name, IReadOnlyList<Slot> Slots, Func<object?[], object> Make);

    /// <summary>An argument or a property.</summary>
    public sealed record Slot(string Name, Type Type);

    /// <summary>A run.</summary>
    public sealed record Run(ILearner Learner, ITaskSampler Tasks, IOptimiser Optimiser);

    private static readonly Type[] Kinds =
    [
        typeof(ILearner),
        typeof(IModel),
        typeof(IInnerRule),
        typeof(IMetaGradientEstimator),
        typeof(ITaskSampler),
        typeof(IOptimiser),
    ];

    // What those hold.
    private static readonly Type[] Held =
    [
        typeof(LruMemory),
        typeof(ArchitectureSpace),
        typeof(LabelledSet),
        typeof(Vocabulary),
        typeof(Topic),
        typeof(TaskBatch),
    ];

    // What nothing is trained by: where examples are from, and the function behind a task.
    private static readonly string[] NotOfTheRun = ["LabelledSet.Source", "TaskBatch.truth"];

    // Made of what another has learned, for one adaptation.
    private static readonly Type[] NotOfARun = [typeof(ClassCells)];

    private static readonly Linear Model = new(2, 3);

    private static readonly Type[] Exported =
    [
        .. typeof(Maml).Assembly.GetExportedTypes(),
        .. typeof(ModelSelection).Assembly.GetExportedTypes(),
    ];

    private static IEnumerable<Made> Types() =>
        from type in Exported
        where type is { IsAbstract: false, IsClass: true } && !NotOfARun.Contains(type)
        where Held.Contains(type) || Kinds.Any(kind => kind.IsAssignableFrom(type))
        from constructor in type.GetConstructors()
        select OfConstructor(type, constructor);

    public static IReadOnlyDictionary<string, Made> All { get; } =
        Types().Concat(Factories()).ToDictionary(made => made.Name);

    private static Made OfConstructor(Type type, ConstructorInfo constructor)
    {
        var arguments = constructor.GetParameters();
        var properties = type.GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true })
            .Where(property => !arguments.Any(one => one.Name == property.Name))
            .ToArray();
        var many = type.GetConstructors().Length > 1;
        return new(
            many ? $"{type.Name}({string.Join(", ", arguments.Select(one => one.Name))})" : type.Name,
            Slots(
                type.Name,
                [
                    .. arguments.Select(one => new Slot(one.Name!, one.ParameterType)),
                    .. properties.Select(one => new Slot(one.Name, one.PropertyType)),
                ]
            ),
            values =>
            {
                var made = constructor.Invoke([.. values.Take(arguments.Length)]);
                foreach (var (property, value) in properties.Zip(values.Skip(arguments.Length)))
                    property.SetValue(made, value);
                return made;
            }
        );
    }

    private static IEnumerable<Made> Factories() =>
        from type in Exported
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where typeof(ILearner).IsAssignableFrom(method.ReturnType) && !method.IsSpecialName
        let name = $"{type.Name}.{method.Name}"
        select new Made(
            name,
            Slots(name, [.. method.GetParameters().Select(one => new Slot(one.Name!, one.ParameterType))]),
            values => method.Invoke(null, values)!
        );

    // Those not of the run stay, since a constructor wants them, under a type that has no values.
    private static Slot[] Slots(string owner, Slot[] all) =>
        [
            .. all.Select(slot =>
                NotOfTheRun.Contains($"{owner}.{slot.Name}") ? slot with { Type = typeof(void) } : slot
            ),
        ];

    /// <summary>A value for a slot, and another one; made anew each time.</summary>
    public static object? Value(Slot slot, bool other)
    {
        object Either(object one, object two) => other ? two : one;
        var type = Nullable.GetUnderlyingType(slot.Type) ?? slot.Type;
        if (type == typeof(void))
            return null;
        if (type.IsEnum)
            return type == typeof(ScalarType)
                ? Either(ScalarType.Float32, ScalarType.Float64)
                : Enum.GetValues(type).GetValue(other ? 1 : 0);
        if (type == typeof(Tensor))
            return slot.Name switch
            {
                "features" => full([3, 1], other ? 1 : 2),
                "descriptions" => full([1, 2, 3], other ? 1 : 2, ScalarType.Int64),
                _ => full([1, 2, 1], other ? 1 : 2),
            };
        // Of tokens, a multiple of the heads.
        if (type == typeof(int) && slot.Name == "Width")
            return Either(6, 12);
        return Values.TryGetValue(type, out var both)
            ? both()[other ? 1 : 0]
            : throw new InvalidOperationException($"No values of {slot.Type} for {slot.Name}.");
    }

    private static readonly Dictionary<Type, Func<object[]>> Values = new()
    {
        [typeof(int)] = () => [2, 3],
        [typeof(double)] = () => [0.25, 0.5],
        [typeof(bool)] = () => [false, true],
        [typeof(string)] = () => ["a", "b"],
        [typeof(Seed)] = () => [new Seed(1), new Seed(2)],
        [typeof(Uniform<double>)] = () => [new Uniform<double>(1, 2), new Uniform<double>(1, 3)],
        [typeof(Normal)] = () => [new Normal(1, 2), new Normal(1, 3)],
        [typeof(Uniform<int>)] = () => [new Uniform<int>(2, 3), new Uniform<int>(2, 4)],
        [typeof(TaskLoss)] = () => [Losses.MeanSquaredError, Losses.CrossEntropy],
        [typeof(IModel)] = () => [new Conv4(2, 1), new Conv4(2, 2)],
        [typeof(IModel[])] = () => [new IModel[] { new Linear(2, 3) }, new IModel[] { new Linear(3, 2) }],
        [typeof(IInnerRule)] = () => [new GradientStep(0.1), new GradientStep(0.2)],
        [typeof(IMetaGradientEstimator)] = () => [new Joint(), new TruncatedUnrolls()],
        [typeof(ITaskSampler)] = () => [new Sinusoids(), new Polynomials()],
        [typeof(Transformer)] = () => [new Transformer(4, 2, 1), new Transformer(4, 2, 2)],
        [typeof(Sinusoids)] = () => [new Sinusoids(), Sinusoids.Reptile],
        [typeof(ITaskSampler[])] = () =>
            [new ITaskSampler[] { new Sinusoids() }, new ITaskSampler[] { new Polynomials() }],
        [typeof(IOptimiser)] = () => [new Sgd(0.1), new Sgd(0.2)],
        [typeof(LruMemory)] = () => [new LruMemory(3, 2, 1), new LruMemory(4, 2, 1)],
        [typeof(ArchitectureSpace)] = () => [new ArchitectureSpace(1, 1), new ArchitectureSpace(1, 2)],
        [typeof(LabelledSet)] = () => [Set(1), Set(2)],
        [typeof(Vocabulary)] = () => [new Vocabulary(["x y"]), new Vocabulary(["x z"])],
        [typeof(TaskBatch)] = () => [Batch(1), Batch(2)],
        [typeof(Mlp)] = () => [new Mlp(8, 3), new Mlp(8, 4)],
        [typeof(Contextual)] = () => [new Contextual(1, new(2, 3)), new Contextual(1, new(2, 4))],
        [typeof(IReadOnlyList<double>)] = () => [new[] { 0.25 }, new[] { 0.5 }],
        [typeof(int[])] = () => [new[] { 2, 3 }, new[] { 2, 4 }],
        [typeof(IReadOnlyList<int>)] = () => [new[] { 2, 1 }, new[] { 1, 2 }],
        [typeof(IEnumerable<int>)] = () => [new[] { 2 }, new[] { 3 }],
        [typeof(IEnumerable<Activation>)] = () => [new[] { Activation.Relu }, new[] { Activation.Tanh }],
        [typeof(IReadOnlyList<TabularKind>)] = () =>
            [new[] { TabularKind.Linear }, new[] { TabularKind.Linear, TabularKind.Wave }],
        [typeof(IReadOnlyList<string>)] = () => [new[] { "x", "y" }, new[] { "x, y", "" }],
        [typeof(IEnumerable<string>)] = () => [new[] { "x y" }, new[] { "x z" }],
        [typeof(IReadOnlyList<Topic>)] = () => [new[] { Sentences(40, 1) }, new[] { Sentences(40, 2) }],
        [typeof(Start)] = () =>
            [Start.Given(Numbers.Placed(full([2], 1))), Start.Given(Numbers.Placed(full([2], 2)))],
    };

    private static LabelledSet Set(double value) => new(full([3, 1], value), ["x", "y"], [2, 1]);

    private static TaskBatch Batch(double value)
    {
        Tensor Part() => full([1, 2, 1], value);
        return new(Part(), Part(), Part(), Part());
    }

    // So many that only a hash of them is kept; the last one tells.
    private static Topic Sentences(int count, int last) =>
        new("a", ["b"], [.. Enumerable.Range(0, count).Select(i => $"{i}"), $"last {last}"]);

    /// <summary>A run with a part in its place.</summary>
    public static Run With(object part)
    {
        var run = new Run(new ProtoNet(Model), new Sinusoids(), new Adam());
        AdaptiveLearner Adaptive(IInnerRule rule, IMetaGradientEstimator outer) =>
            new("one", Model, Losses.MeanSquaredError, rule, 1, outer);
        return part switch
        {
            ILearner one => run with { Learner = one },
            IModel one => run with { Learner = new ProtoNet(one) },
            IInnerRule one => run with { Learner = Adaptive(one, new Joint()) },
            IMetaGradientEstimator one => run with { Learner = Adaptive(new GradientStep(0.1), one) },
            LruMemory one => run with { Learner = new Mann(2, 2) { Memory = one } },
            ArchitectureSpace one => run with
            {
                Learner = new MetaNetwork(one, Losses.MeanSquaredError, 0.1),
            },
            ITaskSampler one => run with { Tasks = one },
            LabelledSet one => run with { Tasks = new NWayKShot(one) },
            Vocabulary one => run with { Tasks = new TopicTasks([], one) },
            Topic one => run with { Tasks = new TopicTasks([one], new([])) },
            TaskBatch one => run with { Tasks = new FixedTasks(one) },
            IOptimiser one => run with { Optimiser = one },
            _ => throw new InvalidOperationException($"No place for a {part.GetType().Name}."),
        };
    }
}
