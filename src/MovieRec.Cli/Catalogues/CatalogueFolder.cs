using System.Globalization;
using MovieRec.Api.Media;
using MovieRec.Cli.Ratings;
using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Catalogues;

/// <summary>The titles of a folder of <c>catalogue*.jsonl</c>, found by name and year.</summary>
internal sealed class CatalogueFolder
{
    private readonly Dictionary<string, Title> _byName = new(StringComparer.Ordinal);

    public CatalogueFolder(string? folder)
    {
        Titles = folder is null ? [] : Read(folder);
        // Films first, the better known first: the first of a name and year stays.
        foreach (var title in Titles)
        {
            if (title.Year is { } year)
                _byName.TryAdd(Name(title.Name, year), title);
        }
    }

    public IReadOnlyList<Title> Titles { get; }

    /// <summary>Names the files by their content.</summary>
    public static string VersionOf(string folder)
    {
        var files = Array.ConvertAll(FilesOf(folder), File.OpenRead);
        try
        {
            return CatalogueLines.VersionOf(files);
        }
        finally
        {
            foreach (var file in files)
                file.Dispose();
        }
    }

    /// <summary>The title of that name and year, or of the year before or after: sources differ on what a release is.</summary>
    public Title? Find(string name, int? year)
    {
        foreach (var near in (ReadOnlySpan<int>)[0, -1, 1])
        {
            if (year is { } known && _byName.TryGetValue(Name(name, known + near), out var title))
                return title;
        }
        return null;
    }

    private static List<Title> Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new RatingsException($"{folder} is not there.");
        var titles = new List<Title>();
        foreach (var file in FilesOf(folder))
        {
            using var reader = new StreamReader(file);
            titles.AddRange(CatalogueLines.Read(reader));
        }
        return titles;
    }

    private static string[] FilesOf(string folder) => [.. Directory.GetFiles(folder, "catalogue*.jsonl").Order(StringComparer.Ordinal)];

    // "Matrix, The" is how MovieLens sorts.
    private static string Name(string name, int year)
    {
        var comma = name.LastIndexOf(", ", StringComparison.Ordinal);
        var first = comma > 0 && name[(comma + 2)..] is "The" or "A" or "An" ? $"{name[(comma + 2)..]} {name[..comma]}" : name;
        return string.Create(CultureInfo.InvariantCulture, $"{Folding.FoldTight(first)} {year}");
    }
}
