using System.Text;

namespace MovieRec.Engine.Text;

/// <summary>
/// Brings text to the form in which it is compared: lower case, no accents, words of letters and digits. Apostrophes, and dots
/// between letters, vanish ("Ocean's" is <c>oceans</c>, "L.A." is <c>la</c>); "&amp;" is <c>and</c>; all else separates words.
/// </summary>
internal static class Folding
{
    /// <summary>The words of a text, in order.</summary>
    /// <param name="text">Anything, lone surrogates included.</param>
    /// <param name="maxLength">Characters looked at; the rest is cut off, so that the work is bounded.</param>
    public static List<string> WordsOf(ReadOnlySpan<char> text, int maxLength = 512)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        text = text[..Math.Min(text.Length, maxLength)];
        for (var at = 0; at < text.Length; at++)
        {
            if (Append(word, text, at))
                continue;
            Close(words, word);
            if (text[at] == '&')
                words.Add("and");
        }
        Close(words, word);
        return words;
    }

    /// <summary>The words with one space between; two texts that people take for the same give the same.</summary>
    public static string Fold(string text) => IsFolded(text) ? text : string.Join(' ', WordsOf(text));

    /// <summary>The words with nothing between, for which "Spider-Man" and "spiderman" are one.</summary>
    public static string FoldTight(string text) => string.Concat(WordsOf(text));

    private static bool IsFolded(string text) => text.AsSpan().IndexOfAnyExceptInRange('a', 'z') < 0;

    private static bool Append(StringBuilder word, ReadOnlySpan<char> text, int at)
    {
        var letter = text[at];
        if (char.IsAscii(letter))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                word.Append(char.ToLowerInvariant(letter));
            else if (letter != '\'')
                return letter == '.' && word.Length > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);
            return true;
        }
        if (Letters.PairOf(letter) is { } pair)
            word.Append(pair);
        else if (Letters.PlainOf(letter) is var plain and not '.')
            word.Append(plain);
        else if (letter is (>= '\u0300' and <= '\u036F') or '\u2019' or '\u2018' or '\u02BB' or '\u02BC')
            return true;
        else if (char.IsLetterOrDigit(letter))
            word.Append(char.ToLowerInvariant(letter));
        else
            return false;
        return true;
    }

    private static void Close(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
            words.Add(word.ToString());
        word.Clear();
    }
}
