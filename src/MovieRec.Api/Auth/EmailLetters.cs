using System.Buffers;
using System.Globalization;

namespace MovieRec.Api.Auth;

/// <summary>Letters that an email must not contain because Unicode equates them with others.</summary>
/// <remarks>The Kelvin sign, for example, is a k in lower case. Two emails that are the same to a mail server or to a reader must not be
/// two
/// accounts, and one must not take the place of another. Emails that pass are already in NFC and NFKC, except for the order of marks.
/// The table is our own, because <c>string.Normalize</c> changes nothing under invariant globalization.</remarks>
internal static class EmailLetters
{
    /// <summary>Letters, digits and marks that NFKC changes, or that NFC joins with the preceding letter, from Unicode's data.</summary>
    private const string Changing =
        "AA-BA 132-133 13F-140 149 17F 1C4-1CC 1F1-1F3 2B0-2B8 2E0-2E4 300-304 306-30C 30F 311 313-314 31B 323-328 32D-32E 330-331 338 "
        + "340-345 374 37A 3D0-3D6 3F0-3F2 3F4-3F5 3F9 587 653-655 675-678 93C 958-95F 9BE 9D7-9DF A33 A36 A59-A5B A5E B3E B56-B5D BBE "
        + "BD7 C56 CC2 CD5-CD6 D3E D57 DCA-DCF DDF E33 EB3 EDC-EDD F43 F4D F52 F57 F5C F69 F73 F75-F79 F81 F93 F9D FA2 FA7 FAC FB9 102E "
        + "10FC 1161-1175 11A8-11C2 1B35 1D2C-1D2E 1D30-1D3A 1D3C-1D4D 1D4F-1D6A 1D78 1D9B-1DBF 1E9A-1E9B 1F71 1F73 1F75 1F77 1F79 1F7B "
        + "1F7D 1FBB-1FBE 1FC9 1FCB 1FD3 1FDB 1FE3 1FEB 1FF9 1FFB-209C 2102-2131 2133-2149 2C7C-2C7D 2D6F 3099-309A 309F 30FF 3131-318E "
        + "A69C-A69D A770 A7F1-A7F4 A7F8-A7F9 AB5C-AB5F AB69 F900-FFDC";

    private static readonly SearchValues<char> s_changing = SearchValues.Create([.. Changing.Split(' ').SelectMany(Letters)]);

    /// <summary>Describes the first such letter; returns null if there is none.</summary>
    public static string? Problem(string email)
    {
        foreach (var letter in email)
        {
            if (!char.IsAscii(letter) && !IsStable(letter))
                return $"must not contain U+{(int)letter:X4}, which Unicode takes for other letters: write plain ones";
        }

        return null;
    }

    private static bool IsStable(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark =>
                !s_changing.Contains(letter),
        UnicodeCategory.TitlecaseLetter or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.MathSymbol
            or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol or UnicodeCategory.OtherPunctuation => false,
        // Other characters are not part of an email: the user pool rejects them.
        _ => true,
    };

    private static IEnumerable<char> Letters(string range)
    {
        var ends = range.Split('-');
        var (first, last) =
            (int.Parse(ends[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                int.Parse(ends[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        return Enumerable.Range(first, last - first + 1).Select(letter => (char)letter);
    }
}
