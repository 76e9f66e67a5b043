namespace MovieRec.Engine.Text;

/// <summary>Folding of letters of scripts other than Latin.</summary>
/// <remarks>
/// Greek and Cyrillic letters lose their accents by Unicode's canonical decompositions, and final sigma becomes sigma. Arabic letters lose
/// the differences that users leave out when typing. Full-width letters and digits become narrow, and superscript digits plain.
/// </remarks>
internal static class Scripts
{
    /// <summary>Returns the letter's form for comparison; the lower-case letter itself if it has no other.</summary>
    /// <param name="letter">Letter in lower or upper case.</param>
    public static char ToPlain(char letter) => char.ToLowerInvariant(letter) switch
    {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' or 'ϊ' or 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' or 'ϋ' or 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ѐ' or 'ё' => 'е',
        'ѝ' or 'й' => 'и',
        'ї' => 'і',
        'ў' => 'у',
        'ѓ' => 'г',
        'ќ' => 'к',
        '\u0622' or '\u0623' or '\u0625' or '\u0671' => '\u0627',
        '\u0649' => '\u064A',
        '\u0629' => '\u0647',
        '\u00B9' => '1',
        '\u00B2' => '2',
        '\u00B3' => '3',
        >= '\u2074' and <= '\u2079' and var raised => (char)(raised - '\u2074' + '4'),
        >= '\uFF10' and <= '\uFF19' and var wide => (char)(wide - '\uFF10' + '0'),
        >= '\uFF41' and <= '\uFF5A' and var wide => (char)(wide - '\uFF41' + 'a'),
        var other => other,
    };

    /// <summary>Returns true for characters that are removed: combining accents, vowel points, apostrophes, format characters.</summary>
    public static bool Vanishes(char sign) => sign is
        (>= '\u0300' and <= '\u036F') or (>= '\u0483' and <= '\u0487') or (>= '\u0591' and <= '\u05BD') or '\u05BF' or (
            >= '\u05C1' and <= '\u05C7')
        or (>= '\u0610' and <= '\u061A') or '\u0640' or (>= '\u064B' and <= '\u065F') or '\u0670' or (>= '\u06D6' and <= '\u06DC')
        or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF') or (>= '\u20D0' and <= '\u20FF') or (>= '\uFE20' and <= '\uFE2F')
        or '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u2060' and <= '\u2064') or (>= '\uFE00' and <= '\uFE0F') or '\uFEFF'
        or '\u2019' or '\u2018' or '\u02BB' or '\u02BC';
}
