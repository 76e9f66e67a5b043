using MovieRec.LocalHost.Packaged.Processes;

namespace MovieRec.ColdStart.Bench;

/// <summary>Function to measure, as Lambda would start it.</summary>
/// <param name="Name">Name in the tables.</param>
/// <param name="Executable">Path of the executable.</param>
/// <param name="Arguments">Arguments of the executable.</param>
/// <param name="TaskRoot">Folder of the function.</param>
/// <param name="LibraryPath">Folder of the layer's library.</param>
internal sealed record Contender(string Name, string Executable, IReadOnlyList<string> Arguments, string TaskRoot, string? LibraryPath)
{
    /// <summary>Variables in addition to those of all contenders.</summary>
    private IReadOnlyDictionary<string, string> Own { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static Contender Ours { get; } = Create("bootstrap", Folders.Dist);

    /// <summary>Creates a contender from another build, or from this one with other variables: <c>DIST[,NAME=VALUE]...</c></summary>
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
            // The SDK warns that Node 20 is no longer supported, which slows its start.
            Own = new Dictionary<string, string>(StringComparer.Ordinal) { ["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true" },
        };

    /// <summary>Returns the environment of the process: only Lambda's variables and the functions' settings.</summary>
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
