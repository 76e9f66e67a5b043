using System.Text.Json;
using MovieRec.Api.Input;
using MovieRec.Api.Outcomes;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Preferences;

/// <summary>Validation rules of the known preference fields; other fields are kept unchanged.</summary>
/// <remarks>A null, or an empty string for a choice, means that the field is not set.</remarks>
public static class PreferencesRules
{
    /// <summary>Maximum number of dismissed titles.</summary>
    /// <remarks>A user who imports a watch history has thousands; most will reach the body limit of 64 KiB first.</remarks>
    public const int DismissedLength = 5_000;

    private const int TextLength = 512;
    private const int LongTextLength = 16_384;
    private const int ListLength = 500;
    private const int FirstYear = 1800;
    private const int LastYear = 2200;

    /// <summary>Checks a document field by field; returns null if it is valid.</summary>
    public static Failure? Check(JsonElement document)
    {
        var fields = new BodyReader(document);
        foreach (var name in PreferencesSchema.WordLists)
            CheckList(fields, name, _ => null);
        CheckList(fields, PreferencesSchema.DealBreakers, OneOf(PreferencesSchema.DealBreakerWords));
        CheckList(fields, PreferencesSchema.Discovery, OneOf(PreferencesSchema.DiscoveryWords));
        CheckList(
            fields, PreferencesSchema.NotInterested, text => TitleKey.TryParse(text, out _) ? null : "must hold keys such as movie#603",
            DismissedLength);
        CheckChoice(fields, PreferencesSchema.Runtime, OneOf(PreferencesSchema.RuntimeWords));
        fields.Text(TextLength, PreferencesSchema.InternationalContent);
        fields.Text(LongTextLength, PreferencesSchema.FavouriteContent);
        CheckRange(fields, PreferencesSchema.MinRating, PreferencesSchema.MaxRating, 0, 10);
        CheckRange(fields, PreferencesSchema.FirstYear, PreferencesSchema.LastYear, FirstYear, LastYear, whole: true);
        CheckGenreRatings(fields);
        CheckPeople(fields);
        if (fields.Find([PreferencesSchema.QuestionnaireCompleted], out var completed, out var value)
            && value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            fields.AddError(completed, "must be true or false");
        }

        return fields.Failure;
    }

    private static Func<string, string?> OneOf<T>((string Word, T Value)[] choices) => text =>
        Array.Exists(choices, choice => choice.Word == text)
            ? null
            : $"must be of {string.Join(", ", Array.ConvertAll(choices, choice => choice.Word))}";

    private static void CheckList(BodyReader fields, string name, Func<string, string?> problemOf, int length = ListLength)
    {
        if (fields.Find([name], out _, out var value) && ListProblem(value, problemOf, length) is { } problem)
            fields.AddError(name, problem);
    }

    private static string? ListProblem(JsonElement list, Func<string, string?> problemOf, int length = ListLength)
    {
        if (list.ValueKind != JsonValueKind.Array)
            return "must be a list of strings";
        if (list.GetArrayLength() > length)
            return $"must have at most {length} entries";
        foreach (var entry in list.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.String)
                return "must be a list of strings";
            if ((TextRule.Problem(entry.GetString()!, TextLength) ?? problemOf(entry.GetString()!)) is { } problem)
                return problem;
        }

        return null;
    }

    private static void CheckChoice(BodyReader fields, string name, Func<string, string?> problemOf)
    {
        if (fields.Text(TextLength, name) is { Length: > 0 } text && problemOf(text) is { } problem)
            fields.AddError(name, problem);
    }

    private static void CheckRange(BodyReader fields, string low, string high, double min, double max, bool whole = false)
    {
        var from = fields.Number(min, max, low);
        var to = fields.Number(min, max, high);
        if (whole && from is { } lowest && lowest % 1 != 0)
            fields.AddError(low, "must be a whole number");
        if (whole && to is { } highest && highest % 1 != 0)
            fields.AddError(high, "must be a whole number");
        if (from > to)
            fields.AddError(low, $"must not exceed {high}");
    }

    private static void CheckGenreRatings(BodyReader fields)
    {
        if (!fields.Find([PreferencesSchema.GenreRatings], out var name, out var ratings))
            return;
        if (ratings.ValueKind != JsonValueKind.Object)
        {
            fields.AddError(name, "must be an object of genre id to rating");
            return;
        }

        foreach (var rating in ratings.EnumerateObject())
        {
            if (!Genres.TryParse(rating.Name, out _))
            {
                fields.AddError(name, "must be named by genre ids");
            }
            else if (
                rating.Value.ValueKind != JsonValueKind.Number || !rating.Value.TryGetDouble(out var stars)
                    || stars is not (>= 1 and <= 10))
            {
                fields.AddError(name, "must hold ratings from 1 to 10");
            }
        }
    }

    private static void CheckPeople(BodyReader fields)
    {
        if (!fields.Find([PreferencesSchema.FavouritePeople], out var name, out var people))
            return;
        if (people.ValueKind != JsonValueKind.Object)
        {
            fields.AddError(name, "must be an object with actors and directors");
            return;
        }

        var inner = new BodyReader(people);
        foreach (var role in (ReadOnlySpan<string>)[PreferencesSchema.Actors, PreferencesSchema.Directors])
        {
            if (inner.Find([role], out _, out var names) && ListProblem(names, _ => null) is { } problem)
                fields.AddError($"{name}.{role}", problem);
        }
    }
}
