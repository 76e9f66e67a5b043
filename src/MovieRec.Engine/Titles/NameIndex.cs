using MovieRec.Engine.Text;

namespace MovieRec.Engine.Titles;

/// <summary>Index of titles by name, which ignores case, accents, punctuation and a moved article ("Matrix, The").</summary>
/// <remarks>Titles with the same name keep the order in which they were added.</remarks>
/// <typeparam name="T">A title, or the position of one.</typeparam>
public sealed class NameIndex<T>
{
    private readonly Dictionary<string, List<T>> _byName = new(StringComparer.Ordinal);

    /// <summary>Adds a title under a name; has no effect if the name is empty or already added for this title.</summary>
    public void Add(string? name, T title)
    {
        if (string.IsNullOrWhiteSpace(name))
            return;
        var key = GetKey(name);
        if (!_byName.TryGetValue(key, out var titles))
            _byName.Add(key, titles = []);
        if (!titles.Contains(title))
            titles.Add(title);
    }

    /// <summary>Returns the titles with a name, in the order in which they were added.</summary>
    public IReadOnlyList<T> Find(string name) => _byName.GetValueOrDefault(GetKey(name)) ?? [];

    // MovieLens moves the article to the end, as in "Matrix, The".
    private static string GetKey(string name)
    {
        var comma = name.LastIndexOf(", ", StringComparison.Ordinal);
        var isMoved = comma > 0 && name[(comma + 2)..].ToLowerInvariant() is "the" or "a" or "an";
        var folded = Folding.FoldTight(isMoved ? $"{name[(comma + 2)..]} {name[..comma]}" : name);
        // Folding leaves nothing of a name such as "???".
        return folded.Length > 0 ? folded : name;
    }
}
