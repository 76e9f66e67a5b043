using System.Text.Json;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Input;

/// <summary>Reads how clients name a title: an id as number or digits, and the kind.</summary>
public static class TitleInput
{
    public const string IdProblem = "must be a whole number from 1 to 9007199254740991, or a string of its digits";
    public const string KindProblem = "must be movie or tv";

    /// <summary>Reads the id of a body, by any of its names; returns 0 with an error if there is none.</summary>
    public static long Id(BodyReader fields, params ReadOnlySpan<string> names)
    {
        if (!fields.Find(names, out var name, out var value))
        {
            fields.AddError(name, "is required");
            return 0;
        }

        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        if (TitleKey.TryParseId(text, out var id))
            return id;
        fields.AddError(name, IdProblem);
        return 0;
    }

    /// <summary>The kind of a body, or null where it names none.</summary>
    public static MediaKind? Kind(BodyReader fields, params ReadOnlySpan<string> names)
    {
        if (!fields.Find(names, out var name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.String && TitleKey.TryParseKind(value.GetString(), out var kind))
            return kind;
        fields.AddError(name, KindProblem);
        return null;
    }
}
