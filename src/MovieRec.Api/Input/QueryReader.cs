using System.Text;
using System.Text.Json;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Input;

/// <summary>Reader of query parameters that collects all errors; an empty value counts as missing.</summary>
public sealed class QueryReader(IReadOnlyDictionary<string, string> query) : FieldReader
{
    private const int MaxLength = 16 * 1024;

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

    /// <inheritdoc/>
    public override JsonElement? Document(string name) => Text(name) is { } text ? ParseObject(name, text) : null;

    /// <inheritdoc/>
    protected override string? Scalar(string name) => Text(name);

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
