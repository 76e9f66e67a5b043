namespace MovieRec.Web.Tests.Hosting;

/// <summary>Where the repository is that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (at is not null && !System.IO.File.Exists(Path.Combine(at.FullName, "MovieRec.slnx")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException($"{folder} is not within the repository.");
    }
}
