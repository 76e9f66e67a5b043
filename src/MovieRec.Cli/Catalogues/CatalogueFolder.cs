using MovieRec.Api.Catalogues;
using MovieRec.Api.Outcomes;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Catalogues;

/// <summary>Titles of a folder of <c>catalogue*.jsonl</c>, found by name and year.</summary>
internal sealed class CatalogueFolder
{
    private readonly NameIndex<Title> _byName = new();

    public CatalogueFolder(string? folder)
    {
        Titles = folder is null ? [] : Read(folder);
        // The files hold films first and, within a kind, better-known titles first: of several titles with one name and year the first is
        // found.
        foreach (var title in Titles)
            _byName.Add(title.Name, title);
    }

    public IReadOnlyList<Title> Titles { get; }

    /// <summary>Computes the version of the folder's catalogue from the content of its files.</summary>
    public static string GetVersion(string folder)
    {
        var files = Array.ConvertAll(GetFiles(folder), File.OpenRead);
        try
        {
            return CatalogueLines.GetVersion(files);
        }
        finally
        {
            foreach (var file in files)
                file.Dispose();
        }
    }

    /// <summary>Finds the title of that name in that year, else in the year before or after.</summary>
    public Title? Find(string name, int? year) =>
        year is { } known && ReleaseYear.Closest(_byName.Find(name), known, tolerance: 1) is [var first, ..] ? first : null;

    private static List<Title> Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new ConfigurationException($"{folder} does not exist.");
        var titles = new List<Title>();
        foreach (var file in GetFiles(folder))
        {
            using var reader = new StreamReader(file);
            try
            {
                titles.AddRange(CatalogueLines.Read(reader));
            }
            catch (InvalidDataException wrong)
            {
                throw new ConfigurationException($"{file}: {wrong.Message}", wrong);
            }
        }
        return titles;
    }

    private static string[] GetFiles(string folder) => [.. Directory.GetFiles(folder, "catalogue*.jsonl").Order(StringComparer.Ordinal)];
}
