using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Catalogues;

/// <summary>Index of titles by name, which ignores case, accents and punctuation.</summary>
/// <remarks>Titles with the same name keep the order in which they were added.</remarks>
internal sealed class NameIndex
{
    private readonly Dictionary<string, List<Title>> _byName = new(StringComparer.Ordinal);

    public void Add(string name, Title title)
    {
        var key = GetKey(name);
        if (key.Length == 0)
            return;
        if (!_byName.TryGetValue(key, out var titles))
            _byName.Add(key, titles = []);
        if (!titles.Contains(title))
            titles.Add(title);
    }

    public IReadOnlyList<Title> Named(string name) => _byName.GetValueOrDefault(GetKey(name)) ?? [];

    // MovieLens moves the article to the end: "Matrix, The".
    private static string GetKey(string name)
    {
        var comma = name.LastIndexOf(", ", StringComparison.Ordinal);
        return Folding.FoldTight(
            comma > 0 && name[(comma + 2)..].ToLowerInvariant() is "the" or "a" or "an" ? $"{name[(comma + 2)..]} {name[..comma]}" : name);
    }
}
