namespace MovieRec.Engine.Search;

/// <summary>Conversion between Roman and Arabic numerals, so that "rocky 2" also finds "Rocky II", and the reverse.</summary>
/// <remarks>The numeral "i" is left out, because it is a word of many titles.</remarks>
internal static class Numerals
{
    private static readonly string[] s_roman = ["ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii"];
    private static readonly string[] s_arabic = ["2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"];

    /// <summary>Returns the other form of a number; null if the word is not one.</summary>
    public static string? GetOther(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 4)
            return null;
        for (var number = 0; number < s_roman.Length; number++)
        {
            if (word.SequenceEqual(s_roman[number]))
                return s_arabic[number];
            if (word.SequenceEqual(s_arabic[number]))
                return s_roman[number];
        }
        return null;
    }
}
