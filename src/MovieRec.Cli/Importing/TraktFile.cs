using System.Globalization;
using System.Text.Json;
using MovieRec.Api.Outcomes;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Importing;

/// <summary>Trakt's JSON, as its API and its exports write it.</summary>
/// <remarks>It holds arrays of entries with a <c>movie</c> or a <c>show</c>, or an object of such arrays. Ratings, watched titles and the
/// history are recognised by their fields. Watchlist, favourites and lists look alike, so the name decides.</remarks>
internal static class TraktFile
{
    /// <summary>Reads a file of Trakt's; returns null if it is not one.</summary>
    /// <exception cref="ConfigurationException">The file is not JSON, or neither it nor the operator says what the entries
    /// mean.</exception>
    public static ImportedFile? Read(string name, ReadOnlyMemory<byte> bytes, RowMeaning? said)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var (rows, leftOut, count, isTrakts) = (new List<ImportedRow>(), new List<LeftOut>(), 0, false);
            foreach (var (part, entries) in Arrays(name, document.RootElement))
            {
                var line = 0;
                foreach (var entry in entries.EnumerateArray())
                {
                    count++;
                    isTrakts |= IsTrakts(entry);
                    Add(part, ++line, entry, said, rows, leftOut);
                }
            }
            return isTrakts || (count == 0 && document.RootElement.ValueKind == JsonValueKind.Array)
                ? new ImportedFile(name, count, rows, leftOut)
                : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new ConfigurationException($"{name} is broken JSON: {broken.Message}", broken);
        }
    }

    private static IEnumerable<(string Name, JsonElement Entries)> Arrays(string name, JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => [(name, root)],
        JsonValueKind.Object => root.EnumerateObject().SelectMany(part => Arrays($"{name}:{part.Name}", part.Value)),
        _ => [],
    };

    private static bool IsTrakts(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object
            && (Has(entry, "movie") || Has(entry, "show") || Has(entry, "episode") || Has(entry, "season"));

    private static void Add(string name, int line, JsonElement entry, RowMeaning? said, List<ImportedRow> rows, List<LeftOut> leftOut)
    {
        try
        {
            if (entry.ValueKind != JsonValueKind.Object)
                throw new FormatException("malformed: not an object");
            rows.Add(CreateRow(name, line, entry, said ?? GetMeaning(name, entry)));
        }
        catch (FormatException wrong)
        {
            leftOut.Add(new LeftOut(name, line, GetText(entry), null, wrong.Message));
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json throws this for half of a surrogate pair.
            leftOut.Add(new LeftOut(name, line, GetText(entry), null, "malformed: a text is not Unicode"));
        }
    }

    private static string GetText(JsonElement entry) => entry.GetRawText() is { Length: > 80 } text ? text[..80] : entry.GetRawText();

    private static RowMeaning GetMeaning(string name, JsonElement entry) =>
        Has(entry, "rated_at") || Has(entry, "rating") ? RowMeaning.Rated
        : Has(entry, "last_watched_at") || Has(entry, "watched_at") || Has(entry, "plays") ? RowMeaning.Watched
        : Has(entry, "collected_at") || Has(entry, "last_collected_at")
            ? throw new FormatException("a collection has neither watched nor wanted titles")
        : name.Contains("watchlist", StringComparison.OrdinalIgnoreCase) ? RowMeaning.Wanted
        : name.Contains("favorite", StringComparison.OrdinalIgnoreCase) || name.Contains("favourite", StringComparison.OrdinalIgnoreCase)
            ? RowMeaning.Liked
        : Has(entry, "listed_at") ? throw new ConfigurationException(
            $"{name} is a Trakt list, and the watchlist looks like any other: use --as to say what it is, such as --as watchlist.")
        : throw new FormatException("its meaning is unknown");

    private static ImportedRow CreateRow(string name, int line, JsonElement entry, RowMeaning meaning)
    {
        // A watched episode means that the user watches its series; a rated episode or season does not rate the series.
        if (meaning != RowMeaning.Watched && Text(entry, "type") is "episode" or "season")
            throw new FormatException($"neither film nor series but one {Text(entry, "type")}");
        var kind = Has(entry, "movie") ? MediaKind.Movie : MediaKind.Tv;
        if (!entry.TryGetProperty(kind == MediaKind.Movie ? "movie" : "show", out var title) || title.ValueKind != JsonValueKind.Object)
            throw new FormatException("malformed: neither movie nor show");
        var ids = title.TryGetProperty("ids", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        return new ImportedRow(name, line, meaning)
        {
            Name = FieldText.Name(Text(title, "title")),
            Year = FieldText.Year(Text(title, "year")),
            Kind = kind,
            ImdbId = Text(ids, "imdb"),
            TmdbId = TitleKey.TryParseId(Text(ids, "tmdb"), out var id) ? id : null,
            Rating = meaning == RowMeaning.Rated
                ? FieldText.Rating(Text(entry, "rating"), 10) ?? throw new FormatException("no rating")
                : null,
            At = FieldText.Date(
                Text(entry, "rated_at") ?? Text(entry, "last_watched_at") ?? Text(entry, "watched_at") ?? Text(entry, "listed_at")),
        };
    }

    private static bool Has(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() is { Length: > 0 } text ? text.Trim() : null
        : value.ValueKind == JsonValueKind.Number
            ? value.TryGetDouble(out var number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : null
        : null;
}
