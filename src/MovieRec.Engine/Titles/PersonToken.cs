using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using MovieRec.Engine.Text;

namespace MovieRec.Engine.Titles;

/// <summary>Short substitute for a person's name: <c>p</c> and eight hexadecimal digits, the hash of the folded name.</summary>
/// <remarks>
/// The hash is FNV-1a (32 bits) of the UTF-8 bytes. Spellings that fold to the same text have the same token; so do two different people in
/// about one of four billion pairs. Scoring uses tokens only, so that scores are the same if a catalogue has no names.
/// </remarks>
/// <example><c>Renée Zellweger</c> and <c>renee zellweger</c> have the same token; the token of <c>p0a1b2c3d</c> is itself.</example>
public static class PersonToken
{
    /// <summary>Token of a name that folds to an empty text; no person has it.</summary>
    public const string None = "p00000000";

    private const int Length = 9;

    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Returns the token of a name; a token is returned unchanged.</summary>
    public static string Create(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return IsToken(name) ? name : Create(GetHash(name));
    }

    /// <summary>Returns true if a text is a token.</summary>
    public static bool IsToken([NotNullWhen(true)] string? text) =>
        text is { Length: Length } && text[0] == 'p' && text.AsSpan(1).IndexOfAnyExcept(s_digits) < 0;

    /// <summary>Returns the hash of a name, or the hash in a token; 0 for <see cref="None"/> and its names.</summary>
    internal static uint GetHash(string name)
    {
        if (IsToken(name))
            return uint.Parse(name.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var folded = Folding.Fold(name);
        if (folded.Length == 0)
            return 0;
        var hash = 2166136261;
        if (Ascii.IsValid(folded))
        {
            foreach (var letter in folded)
                hash = (hash ^ letter) * 16777619;
        }
        else
        {
            foreach (var part in Encoding.UTF8.GetBytes(folded))
                hash = (hash ^ part) * 16777619;
        }
        return Math.Max(1, hash);
    }

    internal static string Create(uint hash) => string.Create(Length, hash, static (text, hash) =>
    {
        text[0] = 'p';
        for (var at = text.Length - 1; at > 0; at--, hash >>= 4)
            text[at] = "0123456789abcdef"[(int)(hash & 15)];
    });
}
