namespace MovieRec.Engine.Text;

/// <summary>
/// Brings text to the form in which it is compared: lower case, no accents, words of letters and digits. Apostrophes, and dots
/// between letters, vanish ("Ocean's" is <c>oceans</c>, "L.A." is <c>la</c>); "&amp;" is <c>and</c>; all else separates words.
/// </summary>
public static class Folding
{
    /// <summary>The words of a text, in order.</summary>
    /// <param name="text">Anything, lone surrogates included.</param>
    /// <param name="maxLength">Characters looked at; the rest is cut off, so that the work is bounded.</param>
    public static List<string> WordsOf(ReadOnlySpan<char> text, int maxLength = 512)
    {
        var words = new List<string>(4);
        text = text[..Math.Min(text.Length, maxLength)];
        // Two letters is the most that one becomes.
        var word = text.Length <= 128 ? stackalloc char[256] : new char[text.Length * 2];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter is >= 'a' and <= 'z')
                word[length++] = letter;
            else if (!TryAppend(text, at, word, ref length))
                Close(words, word, ref length, letter == '&');
        }
        Close(words, word, ref length, and: false);
        return words;
    }

    /// <summary>The words with one space between; two texts that people take for the same give the same.</summary>
    public static string Fold(string text) => IsFolded(text) ? text : string.Join(' ', WordsOf(text));

    /// <summary>The words with nothing between, for which "Spider-Man" and "spiderman" are one.</summary>
    public static string FoldTight(string text) => string.Concat(WordsOf(text));

    private static bool IsFolded(string text) => text.AsSpan().IndexOfAnyExceptInRange('a', 'z') < 0;

    // False where the character ends a word.
    private static bool TryAppend(ReadOnlySpan<char> text, int at, Span<char> word, ref int length)
    {
        var letter = text[at];
        if (char.IsAscii(letter))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                word[length++] = char.ToLowerInvariant(letter);
            else if (letter != '\'')
                return letter == '.' && length > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);
            return true;
        }
        if (Letters.PairOf(letter) is { } pair)
            (word[length++], word[length++]) = (pair[0], pair[1]);
        else if (Letters.PlainOf(letter) is var plain and not '.')
            word[length++] = plain;
        else if (letter is (>= '\u0300' and <= '\u036F') or '\u2019' or '\u2018' or '\u02BB' or '\u02BC')
            return true;
        else if (char.IsLetterOrDigit(letter))
            word[length++] = char.ToLowerInvariant(letter);
        else
            return false;
        return true;
    }

    private static void Close(List<string> words, ReadOnlySpan<char> word, ref int length, bool and)
    {
        if (length > 0)
            words.Add(new string(word[..length]));
        if (and)
            words.Add("and");
        length = 0;
    }
}
