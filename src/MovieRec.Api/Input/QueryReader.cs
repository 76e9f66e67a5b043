using System.Globalization;
using System.Text;
using MovieRec.Api.Outcomes;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Input;

/// <summary>Reader of query parameters that collects all errors; an empty value counts as missing.</summary>
public sealed class QueryReader(IReadOnlyDictionary<string, string> query)
{
    private const int MaxLength = 16 * 1024;

    private readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal);

    public Failure? Failure => _problems.Count == 0 ? null : Outcomes.Failure.Invalid(_problems);

    public void AddError(string name, string problem) => _problems.TryAdd(name, problem);

    /// <summary>Text without control characters and broken Unicode.</summary>
    public string? Text(string name)
    {
        if (!query.TryGetValue(name, out var text) || text.Length == 0)
            return null;
        if (text.Contains('\uFFFD', StringComparison.Ordinal) || !IsUnicode(text))
            AddError(name, "must be UTF-8");
        else if (TextRule.Problem(text, MaxLength) is { } problem)
            AddError(name, problem);
        else
            return text;
        return null;
    }

    /// <summary>A whole number within bounds, of digits with an optional minus sign.</summary>
    public long? WholeNumber(string name, long min, long max)
    {
        if (Text(name) is not { } text)
            return null;
        if (text[0] != '+' && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max)
        {
            return number;
        }

        AddError(name, $"must be a whole number from {min} to {max}");
        return null;
    }

    /// <summary>One of the given words.</summary>
    public string? Choice(string name, params ReadOnlySpan<string> choices)
    {
        if (Text(name) is not { } text)
            return null;
        if (choices.Contains(text))
            return text;
        AddError(name, $"must be one of {string.Join(", ", choices!)}");
        return null;
    }

    public long RequiredId(string name)
    {
        if (Text(name) is not { } text)
            AddError(name, "is required");
        else if (TitleKey.TryParseId(text, out var id))
            return id;
        else
            AddError(name, TitleInput.IdProblem);
        return 0;
    }

    public MediaKind? Kind(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (TitleKey.TryParseKind(text, out var kind))
            return kind;
        AddError(name, TitleInput.KindProblem);
        return null;
    }

    /// <summary>Reads a comma-separated list of ids, or of keys such as <c>tv#1399</c>; a bare id means film and series.</summary>
    public IReadOnlyList<TitleKey> Keys(string name, int most)
    {
        if (Text(name) is not { } text)
            return [];
        var entries = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (entries.Length > most)
        {
            AddError(name, $"must have at most {most} ids");
            return [];
        }

        var keys = new List<TitleKey>(entries.Length * 2);
        foreach (var entry in entries)
        {
            if (TitleKey.TryParse(entry, out var key))
                keys.Add(key);
            else if (TitleKey.TryParseId(entry, out var id))
                keys.AddRange([new TitleKey(MediaKind.Movie, id), new TitleKey(MediaKind.Tv, id)]);
            else
                AddError(name, "must be ids separated by commas");
        }

        return keys;
    }

    private static bool IsUnicode(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
                return false;
        }

        return true;
    }
}
