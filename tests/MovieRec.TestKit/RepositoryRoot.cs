namespace MovieRec.TestKit;

/// <summary>Root folder of the repository that contains the running tests.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    public static string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (at is not null && !System.IO.File.Exists(System.IO.Path.Combine(at.FullName, "MovieRec.slnx")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException($"{folder} is not within the repository.");
    }
}
