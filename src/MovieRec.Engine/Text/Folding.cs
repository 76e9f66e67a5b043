using System.Globalization;
using System.Text;

namespace MovieRec.Engine.Text;

/// <summary>Conversion of text of any script to a form for comparison: lower-case words without accents.</summary>
/// <remarks>
/// Apostrophes and dots between letters are removed ("Ocean's" becomes <c>oceans</c>, "L.A." becomes <c>la</c>), and "&amp;" becomes
/// <c>and</c>. All other characters that are neither letters nor digits separate words.
/// </remarks>
public static class Folding
{
    /// <summary>Maximum number of characters that one character becomes: an ampersand, with its space.</summary>
    private const int MostOfOne = 4;

    private const int LongestOnStack = 128;

    private const int Separates = -1;

    /// <summary>Returns the folded words of a text, in order.</summary>
    /// <param name="text">Any text, including text with lone surrogates.</param>
    /// <param name="maxLength">Maximum number of characters read, which bounds the work.</param>
    public static List<string> GetWords(ReadOnlySpan<char> text, int maxLength = 512)
    {
        text = text[..Math.Min(text.Length, maxLength)];
        var words = new List<string>(4);
        var folded = text.Length <= LongestOnStack ? stackalloc char[LongestOnStack * MostOfOne] : new char[text.Length * MostOfOne];
        folded = folded[..FoldInto(text, folded)];
        foreach (var word in folded.Split(' '))
        {
            if (folded[word].Length > 0)
                words.Add(new string(folded[word]));
        }
        return words;
    }

    /// <summary>Returns the words separated by single spaces, so that texts with the same words become equal.</summary>
    public static string Fold(string text) => IsFolded(text) ? text : string.Join(' ', GetWords(text));

    /// <summary>Returns the words without spaces, so that "Spider-Man" and "spiderman" become equal.</summary>
    public static string FoldTight(string text) => string.Concat(GetWords(text));

    /// <summary>Returns the maximum length of the result of <see cref="FoldInto"/>.</summary>
    internal static int MostFolded(int length) => length * MostOfOne;

    /// <summary>Writes the words separated by single spaces and returns the number of characters written.</summary>
    internal static int FoldInto(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = 0;
        var between = false;
        Span<char> plain = stackalloc char[2];
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '&')
            {
                Append("and", folded, ref length, between: true);
                between = true;
                continue;
            }
            plain[0] = letter;
            var count = letter is >= 'a' and <= 'z' ? 1 : ToPlain(text, at, plain);
            if (count > 0)
                Append(plain[..count], folded, ref length, between);
            if (count != 0)
                between = count == Separates;
        }
        return length;
    }

    private static bool IsFolded(string text) => text.AsSpan().IndexOfAnyExceptInRange('a', 'z') < 0;

    private static void Append(ReadOnlySpan<char> letters, Span<char> folded, ref int length, bool between)
    {
        if (between && length > 0)
            folded[length++] = ' ';
        letters.CopyTo(folded[length..]);
        length += letters.Length;
    }

    // Returns the number of letters that one becomes: 0 if it is removed, Separates if it ends a word.
    private static int ToPlain(ReadOnlySpan<char> text, int at, Span<char> plain)
    {
        var letter = text[at];
        if (char.IsAscii(letter))
        {
            plain[0] = char.ToLowerInvariant(letter);
            return char.IsAsciiLetterOrDigit(letter) ? 1 : letter == '\'' || IsDotBetweenLetters(text, at) ? 0 : Separates;
        }
        if (Letters.FindPair(letter) is { } pair)
        {
            pair.CopyTo(plain);
            return pair.Length;
        }
        if (Scripts.Vanishes(letter))
            return 0;
        var latin = Letters.ToPlain(letter);
        plain[0] = latin != '.' ? latin : Scripts.ToPlain(letter);
        return latin != '.' || IsLetter(plain[0]) || (char.IsSurrogate(letter) && IsHalfOfLetter(text, at)) ? 1 : Separates;
    }

    private static bool IsDotBetweenLetters(ReadOnlySpan<char> text, int at) =>
        text[at] == '.' && at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);

    // Unicode classifies vowel signs, as in Hindi or Thai, as marks, but they are parts of words like letters.
    private static bool IsLetter(char letter) =>
        char.IsLetterOrDigit(letter)
            || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Rare Chinese characters are surrogate pairs in UTF-16; each half is a letter here and stays as it is.
    private static bool IsHalfOfLetter(ReadOnlySpan<char> text, int at)
    {
        var first = char.IsHighSurrogate(text[at]) ? at : at - 1;
        return first >= 0 && first + 1 < text.Length && Rune.TryCreate(text[first], text[first + 1], out var rune)
            && Rune.IsLetterOrDigit(rune);
    }
}
