using System.Globalization;
using System.Text.Json;
using MovieRec.Api.Outcomes;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Input;

/// <summary>Reader of a request's fields that collects all errors, so that one response names every mistake.</summary>
/// <remarks>Query parameters and body fields of one name have the same meaning; the readers differ in their form alone.</remarks>
public abstract class FieldReader
{
    private readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal);

    /// <summary>Errors found so far as one failure; null if there are none.</summary>
    public Failure? Failure => _problems.Count == 0 ? null : Outcomes.Failure.Invalid(_problems);

    /// <summary>Adds the errors of another reader of the same request.</summary>
    public void AddErrors(FieldReader other)
    {
        foreach (var (field, problem) in other._problems)
            AddError(field, problem);
    }

    public void AddError(string field, string problem) => _problems.TryAdd(field, problem);

    /// <summary>A whole number within bounds, of digits with an optional minus sign.</summary>
    public long? WholeNumber(string name, long min, long max)
    {
        if (Scalar(name) is not { } text)
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
        if (Scalar(name) is not { } text)
            return null;
        if (choices.Contains(text))
            return text;
        AddError(name, $"must be one of {string.Join(", ", choices!)}");
        return null;
    }

    /// <summary>A list of ids, or of keys such as <c>tv#1399</c>; a bare id means film and series.</summary>
    public IReadOnlyList<TitleKey> Keys(string name, int most) => ParseKeys(name, Entries(name), most);

    /// <summary>One id or key; a bare id means film and series; empty if it is missing or in error.</summary>
    public IReadOnlyList<TitleKey> OneTitle(string name) => ParseKeys(name, Scalar(name) is { } text ? [text] : [], most: 1);

    /// <summary>A JSON object, as such or as text.</summary>
    public abstract JsonElement? Document(string name);

    /// <summary>Returns the text of a field that is not empty; null if it is missing or in error.</summary>
    protected abstract string? Scalar(string name);

    /// <summary>Returns the entries of a list, of which some may not be valid ids.</summary>
    protected virtual IReadOnlyList<string> Entries(string name) =>
        Scalar(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Parses the text of an object strictly.</summary>
    protected JsonElement? ParseObject(string name, string text)
    {
        if (StrictJson.ReadObject(System.Text.Encoding.UTF8.GetBytes(text)).Succeeded(out var document, out var failure))
            return document;
        AddError(name, $"must be a JSON object: {failure.Message}");
        return null;
    }

    private List<TitleKey> ParseKeys(string name, IReadOnlyList<string> entries, int most)
    {
        if (entries.Count > most)
        {
            AddError(name, $"must have at most {most} ids");
            return [];
        }

        var keys = new List<TitleKey>(entries.Count * 2);
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
}
