namespace MovieRec.Infrastructure.Tests.Synthesis;

/// <summary>Where the repository is that these tests were built from.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(at!.FullName, "MovieRec.slnx")))
            at = at.Parent;
        return at.FullName;
    }
}
