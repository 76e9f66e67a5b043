using MovieRec.Api.Outcomes;

namespace MovieRec.Infrastructure.Packaging;

/// <summary>The repository that this app was built from.</summary>
internal static class Repository
{
    public static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "MovieRec.slnx")))
            at = at.Parent;
        return at?.FullName ?? throw new ConfigurationException(
            $"{AppContext.BaseDirectory} is not within the repository: name the folder of the package, such as -c dist=../dist.");
    }
}
