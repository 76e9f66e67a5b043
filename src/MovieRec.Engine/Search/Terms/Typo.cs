namespace MovieRec.Engine.Search.Terms;

/// <summary>Test for one typing error: an additional, missing or wrong letter, or two neighbours swapped.</summary>
internal static class Typo
{
    /// <summary>Returns true if the Damerau-Levenshtein distance of two words is exactly 1; takes linear time.</summary>
    public static bool IsOne(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        if (Math.Abs(typed.Length - meant.Length) > 1)
            return false;
        var start = typed.CommonPrefixLength(meant);
        typed = typed[start..];
        meant = meant[start..];
        if (typed.Length == meant.Length)
        {
            return typed.Length > 0
                && (typed[1..].SequenceEqual(meant[1..])
                    || (typed.Length > 1 && typed[0] == meant[1] && typed[1] == meant[0] && typed[2..].SequenceEqual(meant[2..])));
        }
        return typed.Length > meant.Length ? typed[1..].SequenceEqual(meant) : typed.SequenceEqual(meant[1..]);
    }
}
