namespace MovieRec.Engine.Text;

/// <summary>Tables of the plain letters of accented Latin letters.</summary>
/// <remarks>
/// The product runs with invariant globalization, in which <c>string.Normalize</c> decomposes nothing. The tables contain Unicode's
/// canonical decompositions; a dot marks a letter without one.
/// </remarks>
internal static class Letters
{
    private const char FirstLatin = '\u00C0';
    private const char FirstAdditional = '\u1E00';

    // U+00C0 to U+024F.
    private const string Latin =
        "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggg"
        + "gggghhhhiiiiiiiiii..jjkkkllllll..llnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
        + "..................f.............oo.............uu............................aaiioouuuuuuuuuu.aa"
        + "aa....ggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
        + "................";

    // U+1E00 to U+1EFF.
    private const string Additional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
        + "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
        + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    /// <summary>Returns the plain lower-case letter; <c>'.'</c> if the tables have none.</summary>
    public static char ToPlain(char letter) =>
        letter is >= FirstLatin and < '\u0250' ? Latin[letter - FirstLatin]
        : letter is >= FirstAdditional and < '\u1F00' ? Additional[letter - FirstAdditional]
        : '.';

    /// <summary>Returns the two plain letters of a ligature or similar letter; null for all others.</summary>
    public static string? FindPair(char letter) => letter switch
    {
        '\u00DF' or '\u1E9E' => "ss",
        '\u00E6' or '\u00C6' => "ae",
        '\u0153' or '\u0152' => "oe",
        '\u00FE' or '\u00DE' => "th",
        '\u0133' or '\u0132' => "ij",
        _ => null,
    };
}
