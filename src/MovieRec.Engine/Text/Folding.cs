using System.Globalization;
using System.Text;

namespace MovieRec.Engine.Text;

/// <summary>Conversion of text to the form in which it is compared: lower case, no accents, words of any script.</summary>
/// <remarks>
/// Apostrophes, and dots between letters, vanish ("Ocean's" is <c>oceans</c>, "L.A." is <c>la</c>); "&amp;" is <c>and</c>; everything else
/// separates words.
/// </remarks>
public static class Folding
{
    /// <summary>The most characters that one becomes: an ampersand, a word of its own.</summary>
    private const int MostOfOne = 4;

    private const int LongestOnStack = 128;

    private const int Separates = -1;

    /// <summary>The words of a text, in order.</summary>
    /// <param name="text">Anything, lone surrogates included.</param>
    /// <param name="maxLength">Characters looked at; the rest is cut off, so that the work is bounded.</param>
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

    /// <summary>Returns the words separated by single spaces; texts that readers take for the same give the same.</summary>
    public static string Fold(string text) => IsFolded(text) ? text : string.Join(' ', GetWords(text));

    /// <summary>The words with nothing between, for which "Spider-Man" and "spiderman" are one.</summary>
    public static string FoldTight(string text) => string.Concat(GetWords(text));

    /// <summary>Returns the maximum length of the result of <see cref="FoldInto"/>.</summary>
    internal static int MostFolded(int length) => length * MostOfOne;

    /// <summary>Writes the words with one space between and returns how many characters that took.</summary>
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

    // How many letters one becomes: 0 where it vanishes, Separates where it ends a word.
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

    // A vowel sign of Hindi or Thai is a mark to Unicode, and as much of its word as a letter.
    private static bool IsLetter(char letter) =>
        char.IsLetterOrDigit(letter)
            || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Rare Chinese characters are two halves in UTF-16; each stays as it is.
    private static bool IsHalfOfLetter(ReadOnlySpan<char> text, int at)
    {
        var first = char.IsHighSurrogate(text[at]) ? at : at - 1;
        return first >= 0 && first + 1 < text.Length && Rune.TryCreate(text[first], text[first + 1], out var rune)
            && Rune.IsLetterOrDigit(rune);
    }
}
