using System.Collections.Frozen;
using MovieRec.Engine.Text;

namespace MovieRec.Engine.Titles;

/// <summary>Languages by ISO 639-1 code and English name; numbers them for the facts of one catalogue.</summary>
internal sealed class Languages
{
    /// <summary>The number of English; 0 is unknown.</summary>
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

    /// <summary>The English name of a code, null where it is not in the table.</summary>
    public static string? GetName(string code) => s_names.GetValueOrDefault(code);

    /// <summary>Number of the code of a title, given out when first seen.</summary>
    public short GetNumber(string? code)
    {
        if (string.IsNullOrWhiteSpace(code) || _numbers.Count == short.MaxValue)
            return 0;
        var folded = Folding.Fold(code);
        if (!_numbers.TryGetValue(folded, out var number))
            _numbers[folded] = number = (short)(_numbers.Count + 1);
        return number;
    }

    /// <summary>Numbers of the languages a user named, by name or code; those that no title has are left out.</summary>
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
