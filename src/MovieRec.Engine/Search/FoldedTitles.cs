using MovieRec.Engine.Text;

namespace MovieRec.Engine.Search;

/// <summary>Folded titles and original titles by place, all characters in one array.</summary>
internal sealed class FoldedTitles
{
    private readonly char[] _letters;
    private readonly int[] _ends;

    private FoldedTitles(char[] letters, int[] ends) => (_letters, _ends) = (letters, ends);

    /// <summary>Returns the title at a place.</summary>
    public ReadOnlySpan<char> GetName(int place) => _letters.AsSpan(_ends[place * 2].._ends[(place * 2) + 1]);

    /// <summary>Returns the original title at a place; empty if there is no other.</summary>
    public ReadOnlySpan<char> GetOriginal(int place) => _letters.AsSpan(_ends[(place * 2) + 1].._ends[(place * 2) + 2]);

    /// <summary>Builder that adds titles in the order of their places.</summary>
    public sealed class Builder(int count)
    {
        /// <summary>Maximum number of characters read from a title.</summary>
        private const int MostCharacters = 512;

        private readonly int[] _ends = new int[(count * 2) + 1];
        private char[] _letters = new char[Math.Max(4_096, count * 24)];
        private int _added;

        /// <summary>Adds the next title or original title and returns it folded.</summary>
        public ReadOnlySpan<char> Add(string? text)
        {
            var start = _ends[_added];
            var read = text.AsSpan(0, Math.Min(text?.Length ?? 0, MostCharacters));
            if (_letters.Length < start + Folding.MostFolded(read.Length))
                Array.Resize(ref _letters, Math.Max(_letters.Length * 2, start + Folding.MostFolded(read.Length)));
            var length = Folding.FoldInto(read, _letters.AsSpan(start));
            _ends[++_added] = start + length;
            return _letters.AsSpan(start, length);
        }

        public FoldedTitles Build() => new(_letters.AsSpan(0, _ends[^1]).ToArray(), _ends);
    }
}
