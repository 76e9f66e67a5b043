using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MovieRec.Engine.Titles;

/// <summary>Identity of a title: its kind, and its number within that kind.</summary>
/// <param name="Kind">Film or series.</param>
/// <param name="Id">Number from 1 to <see cref="MaxId"/>: TMDB's, or that of an embedded title, from 9,000,000,000.</param>
/// <example><c>movie#603</c> is <c>new TitleKey(MediaKind.Movie, 603)</c>.</example>
public readonly record struct TitleKey(MediaKind Kind, long Id)
{
    /// <summary>Largest valid number: 2^53 - 1, the largest integer that a JavaScript client represents exactly.</summary>
    public const long MaxId = 9_007_199_254_740_991;

    /// <summary>Smallest number of an embedded title, far above TMDB's numbers.</summary>
    public const long FirstEmbeddedId = 9_000_000_000;

    /// <summary>True if the title comes from the embedded catalogue instead of TMDB.</summary>
    public bool IsEmbedded => Id >= FirstEmbeddedId;

    /// <summary>Name of the kind in the API and in storage: <c>movie</c> or <c>tv</c>.</summary>
    public string KindName => GetName(Kind);

    /// <summary>Returns the name of a kind in the API and in storage: <c>movie</c> or <c>tv</c>.</summary>
    public static string GetName(MediaKind kind) => kind == MediaKind.Tv ? "tv" : "movie";

    /// <summary>Parses the name of a kind, exactly <c>movie</c> or <c>tv</c>; returns false for other texts.</summary>
    public static bool TryParseKind(string? text, out MediaKind kind)
    {
        kind = text == "tv" ? MediaKind.Tv : MediaKind.Movie;
        return text is "tv" or "movie";
    }

    /// <summary>Parses a number from 1 to <see cref="MaxId"/>, digits only; returns false for other texts.</summary>
    /// <remarks>Signs, spaces, exponents and leading zeros are not accepted.</remarks>
    public static bool TryParseId([NotNullWhen(true)] string? text, out long id)
    {
        id = 0;
        // The digits are checked first, because long.TryParse ignores trailing NUL characters.
        return text is { Length: > 0 and <= 16 } && text[0] != '0' && text.All(char.IsAsciiDigit)
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id is > 0 and <= MaxId;
    }

    /// <summary>Parses a key such as <c>movie#603</c> or <c>tv#1399</c>; returns false if it is not valid.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TitleKey key)
    {
        key = default;
        var hash = text?.IndexOf('#', StringComparison.Ordinal) ?? -1;
        if (hash <= 0 || !TryParseKind(text![..hash], out var kind) || !TryParseId(text[(hash + 1)..], out var id))
            return false;
        key = new TitleKey(kind, id);
        return true;
    }

    /// <summary>Returns the key as <c>movie#603</c>, the form of the <c>movieId</c> key in storage.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{KindName}#{Id}");
}
