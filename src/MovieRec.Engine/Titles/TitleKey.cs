using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MovieRec.Engine.Titles;

/// <summary>The identity of a title: its kind and its number within that kind.</summary>
/// <param name="Kind">Film or series.</param>
/// <param name="Id">The number, 1 to <see cref="MaxId"/>. TMDB's numbers, or from 9,000,000,000 up an embedded title's.</param>
/// <example><c>movie#603</c> is <c>new TitleKey(MediaKind.Movie, 603)</c>.</example>
public readonly record struct TitleKey(MediaKind Kind, long Id)
{
    /// <summary>The largest number taken: the largest integer that a JavaScript client holds exactly, 2^53 - 1.</summary>
    public const long MaxId = 9_007_199_254_740_991;

    /// <summary>The smallest number of an embedded title; TMDB's are far below.</summary>
    public const long FirstEmbeddedId = 9_000_000_000;

    /// <summary>True if the title comes with the program and not from TMDB.</summary>
    public bool IsEmbedded => Id >= FirstEmbeddedId;

    /// <summary>The kind's word on the wire: <c>movie</c> or <c>tv</c>.</summary>
    public string KindName => GetName(Kind);

    /// <summary>The word of a kind on the wire: <c>movie</c> or <c>tv</c>.</summary>
    public static string GetName(MediaKind kind) => kind == MediaKind.Tv ? "tv" : "movie";

    /// <summary>Reads the kind's word, exactly <c>movie</c> or <c>tv</c>.</summary>
    public static bool TryParseKind(string? text, out MediaKind kind)
    {
        kind = text == "tv" ? MediaKind.Tv : MediaKind.Movie;
        return text is "tv" or "movie";
    }

    /// <summary>Reads a number of digits alone, 1 to <see cref="MaxId"/>; no sign, space, exponent or leading zero.</summary>
    public static bool TryParseId([NotNullWhen(true)] string? text, out long id)
    {
        id = 0;
        // long.TryParse takes trailing NULs for nothing.
        return text is { Length: > 0 and <= 16 } && text[0] != '0' && text.All(char.IsAsciiDigit)
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id is > 0 and <= MaxId;
    }

    /// <summary>Reads <c>movie#603</c> or <c>tv#1399</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TitleKey key)
    {
        key = default;
        var hash = text?.IndexOf('#', StringComparison.Ordinal) ?? -1;
        if (hash <= 0 || !TryParseKind(text![..hash], out var kind) || !TryParseId(text[(hash + 1)..], out var id))
            return false;
        key = new TitleKey(kind, id);
        return true;
    }

    /// <summary><c>movie#603</c>: the form of the <c>movieId</c> key in storage.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{KindName}#{Id}");
}
