using System.Collections.Frozen;
using MovieRec.Engine.Text;

namespace MovieRec.Engine.Titles;

/// <summary>Names of languages by ISO 639-1 code, and numbers of the languages in one catalogue.</summary>
internal sealed class Languages
{
    /// <summary>Number of English; 0 is an unknown language.</summary>
    public const short English = 1;

    private const string Known =
        "ar:Arabic bn:Bengali cn:Cantonese cs:Czech cy:Welsh da:Danish de:German el:Greek en:English es:Spanish "
        + "fa:Persian fi:Finnish fr:French he:Hebrew hi:Hindi hu:Hungarian id:Indonesian is:Icelandic it:Italian ja:Japanese "
        + "ko:Korean ml:Malayalam nl:Dutch no:Norwegian pl:Polish pt:Portuguese ro:Romanian ru:Russian sv:Swedish ta:Tamil "
        + "te:Telugu th:Thai tr:Turkish uk:Ukrainian vi:Vietnamese zh:Chinese";

    private static readonly FrozenDictionary<string, string> s_names =
        Known.Split(' ').ToFrozenDictionary(pair => pair[..2], pair => pair[3..], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> s_codes = CodesByWord().ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, short> _numbers = new(StringComparer.Ordinal) { ["en"] = English };

    /// <summary>Returns the English name of a language by its code; null if the code is unknown.</summary>
    public static string? GetName(string code) => s_names.GetValueOrDefault(code);

    /// <summary>Returns the number of a title's language, and assigns the next one to a new code.</summary>
    public short GetNumber(string? code)
    {
        if (string.IsNullOrWhiteSpace(code) || _numbers.Count == short.MaxValue)
            return 0;
        var folded = Folding.Fold(code);
        if (!_numbers.TryGetValue(folded, out var number))
            _numbers[folded] = number = (short)(_numbers.Count + 1);
        return number;
    }

    /// <summary>Returns the numbers of languages by names or codes, without those that no title has.</summary>
    public HashSet<short> GetNumbers(IReadOnlyList<string> languages)
    {
        var numbers = new HashSet<short>();
        foreach (var language in languages)
        {
            var folded = Folding.Fold(language);
            if (_numbers.TryGetValue(s_codes.GetValueOrDefault(folded, folded), out var number))
                numbers.Add(number);
        }
        return numbers;
    }

    private static Dictionary<string, string> CodesByWord()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal) { ["mandarin"] = "zh" };
        foreach (var (code, name) in s_names)
            codes[Folding.Fold(name)] = codes[code] = code;
        return codes;
    }
}
