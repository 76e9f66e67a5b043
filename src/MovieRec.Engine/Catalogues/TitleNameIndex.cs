using MovieRec.Engine.Text;

namespace MovieRec.Engine.Catalogues;

/// <summary>Finds titles by exactly their name or original name, case, accents and punctuation aside.</summary>
internal sealed class TitleNameIndex
{
    private readonly Dictionary<string, List<int>> _rows = new(StringComparer.Ordinal);

    public TitleNameIndex(Catalogue catalogue)
    {
        foreach (var row in catalogue.ByPopularity)
        {
            Add(catalogue[row].Name, row);
            if (catalogue[row].OriginalName is { } original)
                Add(original, row);
        }
    }

    /// <summary>The rows of a name, the most popular first.</summary>
    public IReadOnlyList<int> GetRows(string name) => _rows.TryGetValue(Folding.FoldTight(name), out var rows) ? rows : [];

    private void Add(string name, int row)
    {
        var folded = Folding.FoldTight(name);
        if (folded.Length == 0)
            return;
        if (!_rows.TryGetValue(folded, out var rows))
            _rows[folded] = [row];
        else if (rows[^1] != row)
            rows.Add(row);
    }
}
