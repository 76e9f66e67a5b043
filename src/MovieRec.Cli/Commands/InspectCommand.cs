using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MovieRec.Api.Outcomes;
using MovieRec.Api.Recommendations;
using MovieRec.Cli.Catalogues;
using MovieRec.Cli.Learning;
using MovieRec.Cli.Ratings;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Titles;
using Spectre.Console;

namespace MovieRec.Cli.Commands;

/// <summary>User file of <c>inspect --user</c>; ids look like <c>movie#603</c>.</summary>
internal sealed record InspectedUser(string[]? Favourites, string[]? Watchlist, JsonElement? Preferences);

/// <summary>One line of the output of <c>inspect --json</c>.</summary>
internal sealed record InspectedTitle(string MediaId, string Title, int? Year, double Score, string Reason, InspectedPart[] Parts);

/// <summary>One term of a score.</summary>
internal sealed record InspectedPart(string Kind, string Text, double Points);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InspectedUser))]
[JsonSerializable(typeof(InspectedTitle))]
internal sealed partial class InspectJson : JsonSerializerContext;

/// <summary>Command <c>inspect</c>: prints one user's recommendations with every term of every score.</summary>
internal static class InspectCommand
{
    // Fixed, so that the outputs of different days can be compared.
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    public static Command Build()
    {
        var user = new Option<string>("--user")
        { Description = "JSON: {\"favourites\":[\"movie#603\"],\"watchlist\":[],\"preferences\":{}}", Required = true };
        var catalogue = new Option<string>("--catalogue") { Description = "Folder of catalogue*.jsonl", DefaultValueFactory = _ => "data" };
        var model = new Option<string?>("--model") { Description = "A file that train wrote; without it, only content counts" };
        var limit = new Option<int>("--limit") { Description = "Number of titles, 1 to 50", DefaultValueFactory = _ => 10 };
        var seed = new Option<int>("--seed") { Description = "Order of close scores", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "One JSON object per title" };
        var command = new Command("inspect", "Explains the recommendations for a user.") { user, catalogue, model, limit, seed, json };
        command.SetAction(parsed =>
        {
            var titles = Catalogue.Build(new CatalogueFolder(parsed.GetValue(catalogue)).Titles, "inspected");
            var recommender = new Recommender(titles, parsed.GetValue(model) is { } file ? ModelFile.Read(file).Model : null);
            var list =
                recommender.Recommend(
                    ReadUser(parsed.GetValue(user)!),
                    new RecommendationQuery { Limit = parsed.GetValue(limit), Seed = parsed.GetValue(seed), Now = s_now });
            foreach (var item in list.Items)
                Print(titles[item.Row], item, parsed.GetValue(json));
            return 0;
        });
        return command;
    }

    private static UserTaste ReadUser(string path)
    {
        try
        {
            using var file = RatingsFile.Open(path);
            var user = JsonSerializer.Deserialize(file, InspectJson.Default.InspectedUser)!;
            return UserTasteReader.Read(
                user.Preferences, [.. Signals(user.Favourites, SignalKind.Favourite), .. Signals(user.Watchlist, SignalKind.Watchlist)]);
        }
        catch (JsonException wrong)
        {
            throw new ConfigurationException($"{path} is not a user file: {wrong.Message}");
        }
    }

    private static IEnumerable<TasteSignal> Signals(string[]? keys, SignalKind kind) => (keys ?? []).Select(text =>
        TitleKey.TryParse(text, out var key)
            ? new TasteSignal(key, kind, s_now.AddDays(-30))
            : throw new ConfigurationException($"{text} is not a title id: it must look like movie#603."));

    private static void Print(Title title, Recommendation item, bool json)
    {
        if (json)
        {
            InspectedPart[] parts =
                [.. item.Contributions.Select(
                    part => new InspectedPart(
                        JsonNamingPolicy.CamelCase.ConvertName(part.Kind.ToString()), part.Text, Math.Round(part.Points, 2)))];
            var line = new InspectedTitle(title.Key.ToString(), title.Name, title.Year, Math.Round(item.Score, 2), item.Reason, parts);
            Console.WriteLine(JsonSerializer.Serialize(line, InspectJson.Default.InspectedTitle));
            return;
        }
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture, $"[bold]{title.Name}[/] ({title.Year}) {item.Score:0.0}  {item.Reason}");
        foreach (var part in item.Contributions)
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {part.Points,6:0.0}  {part.Text}");
    }
}
