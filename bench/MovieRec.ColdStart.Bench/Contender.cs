using MovieRec.LocalHost.Packaged.Processes;

namespace MovieRec.ColdStart.Bench;

/// <summary>A function to measure: what Lambda would start.</summary>
/// <param name="Name">For the tables.</param>
/// <param name="Executable">A path.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="TaskRoot">Its folder.</param>
/// <param name="LibraryPath">The layer's.</param>
internal sealed record Contender(string Name, string Executable, IReadOnlyList<string> Arguments, string TaskRoot, string? LibraryPath)
{
    /// <summary>Its settings, beside those that both have.</summary>
    private IReadOnlyDictionary<string, string> Own { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static Contender Ours { get; } = Create("bootstrap", Folders.Dist);

    /// <summary>Another build of ours, or this one with other variables: <c>DIST[,NAME=VALUE]...</c></summary>
    public static Contender Beside(string described)
    {
        var parts = described.Split(',');
        return Create(described, Path.GetFullPath(parts[0])) with
        {
            Own = parts.Skip(1).Select(variable => variable.Split('=', 2))
                .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal),
        };
    }

    public static Contender Node(string node) =>
        new("Node", node, [Path.Combine(Folders.NodeBundle, "bootstrap.cjs")], Folders.NodeBundle, null)
        {
            // The SDK warns of Node 20's end, at some cost to its start.
            Own = new Dictionary<string, string>(StringComparer.Ordinal) { ["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true" },
        };

    /// <summary>No more than Lambda gives, and the functions' settings.</summary>
    public IReadOnlyDictionary<string, string> EnvironmentWith(Backend backend, string runtimeApi, string handler)
    {
        var options = new FunctionProcessOptions
        {
            Executable = Executable,
            Arguments = Arguments,
            Handler = handler,
            Environment = new Dictionary<string, string>([.. backend.Environment, .. Own], StringComparer.Ordinal),
            TaskRoot = TaskRoot,
            LibraryPath = LibraryPath,
            Log = _ => { },
        };
        return LambdaEnvironment.Create(options, runtimeApi);
    }

    private static Contender Create(string name, string dist)
    {
        var root = Path.Combine(dist, "function");
        return new Contender(name, Path.Combine(root, "bootstrap"), [], root, Path.Combine(dist, "layer", "lib"));
    }
}
