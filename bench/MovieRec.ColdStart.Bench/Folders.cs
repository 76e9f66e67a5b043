namespace MovieRec.ColdStart.Bench;

/// <summary>Folders of the repository.</summary>
internal static class Folders
{
    public static string Root { get; } = Find();

    /// <summary>Output of <c>./package</c>.</summary>
    public static string Dist => Path.Combine(Root, "dist");

    public static string Function => Path.Combine(Dist, "function");

    public static string Layer => Path.Combine(Dist, "layer", "lib");

    public static string NodeSource => Path.Combine(Root, "bench", "cold-start-node");

    public static string NodeBundle => Path.Combine(Root, "artifacts", "cold-start-node");

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "MovieRec.slnx")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("Run this from within the repository.");
    }
}
