using System.Text.Json;

namespace MovieRec.Api.Input;

/// <summary>Reader of a request body's fields.</summary>
/// <remarks>
/// A JSON null counts as a missing field. The names of one field are tried in order, since older clients spell some differently.
/// </remarks>
public sealed class BodyReader(JsonElement body) : FieldReader
{
    private const int MaxLength = 16 * 1024;

    public bool Has(params ReadOnlySpan<string> names) => Find(names, out _, out _);

    /// <summary>Text of at most <paramref name="maxLength"/> UTF-16 units without control characters.</summary>
    public string? Text(int maxLength, params ReadOnlySpan<string> names)
    {
        if (!Find(names, out var name, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.String)
            AddError(name, "must be a string");
        else if (value.GetString() is { } text && TextRule.Problem(text, maxLength) is { } problem)
            AddError(name, problem);
        else
            return value.GetString();
        return null;
    }

    /// <summary>Reads a text like <see cref="Text"/>; a missing one is an error.</summary>
    public string RequiredText(int maxLength, string name)
    {
        var text = Text(maxLength, name);
        if (string.IsNullOrWhiteSpace(text))
            AddError(name, "is required");
        return text ?? "";
    }

    /// <summary>A finite number within bounds.</summary>
    public double? Number(double min, double max, params ReadOnlySpan<string> names)
    {
        if (!Find(names, out var name, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number) || !double.IsFinite(number))
            AddError(name, "must be a number");
        else if (number < min || number > max)
            AddError(name, $"must be from {min} to {max}");
        else
            return number;
        return null;
    }

    /// <summary>The first of several names that the body has, with a value that is not null.</summary>
    public bool Find(ReadOnlySpan<string> names, out string name, out JsonElement value)
    {
        foreach (var candidate in names)
        {
            name = candidate;
            if (body.TryGetProperty(candidate, out value) && value.ValueKind != JsonValueKind.Null)
                return true;
        }

        name = names[0];
        value = default;
        return false;
    }

    /// <inheritdoc/>
    public override JsonElement? Document(string name)
    {
        if (!Find([name], out _, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return value;
        if (value.ValueKind == JsonValueKind.String)
            return ParseObject(name, value.GetString()!);
        AddError(name, "must be a JSON object");
        return null;
    }

    /// <inheritdoc/>
    protected override string? Scalar(string name)
    {
        if (!Find([name], out _, out var value))
            return null;
        if (GetScalar(value) is not { } text)
            AddError(name, "must be a string or a number");
        else if (TextRule.Problem(text, MaxLength) is { } problem)
            AddError(name, problem);
        else
            return text.Length == 0 ? null : text;
        return null;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Entries(string name)
    {
        if (!Find([name], out _, out var value) || value.ValueKind != JsonValueKind.Array)
            return base.Entries(name);
        var entries = value.EnumerateArray().ToList().ConvertAll(GetScalar);
        if (!entries.Contains(null))
            return entries!;
        AddError(name, "must be a list of ids");
        return [];
    }

    private static string? GetScalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
