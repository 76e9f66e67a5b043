using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues;

/// <summary>Reads a catalogue of one JSON object a line, the format of <c>data/</c>.</summary>
public static class CatalogueLines
{
    /// <summary>Names a catalogue by the content of its files, in their order.</summary>
    public static string GetVersion(IEnumerable<Stream> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        foreach (var file in files)
        {
            int read;
            while ((read = file.Read(buffer)) > 0)
                hash.AppendData(buffer, 0, read);
        }

        return LoadedCatalogue.EmbeddedPrefix + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    /// <summary>The titles of a file, in its order.</summary>
    /// <exception cref="InvalidDataException">A line is not a title; the message says which line and why.</exception>
    public static IEnumerable<Title> Read(TextReader lines)
    {
        var number = 0;
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (line.Length > 0)
                yield return Parse(line, number);
        }
    }

    private static Title Parse(string line, int number)
    {
        try
        {
            var parsed = JsonSerializer.Deserialize(line, CatalogueJson.Default.CatalogueLine)!;
            if (!TitleKey.TryParseKind(parsed.MediaType, out var kind) || !TitleKey.TryParseId(parsed.MediaId, out var id))
                throw new InvalidDataException($"Line {number} of the catalogue names no title: mediaType and mediaId are needed.");
            if (string.IsNullOrWhiteSpace(parsed.Title))
                throw new InvalidDataException($"Line {number} of the catalogue has no title.");
            return new Title
            {
                Key = new TitleKey(kind, id),
                Name = parsed.Title,
                ReleaseDate = parsed.ReleaseDate,
                GenreIds = parsed.GenreIds ?? [],
                Cast = parsed.Cast ?? [],
                Directors = parsed.Directors ?? [],
                Countries = parsed.Countries ?? [],
                OriginalLanguage = parsed.OriginalLanguage,
                RuntimeMinutes = parsed.Runtime,
                VoteAverage = parsed.VoteAverage,
                Popularity = parsed.Popularity,
                WikidataId = parsed.WikidataId,
                ImdbId = parsed.ImdbId,
                TmdbId = parsed.TmdbId,
            };
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"Line {number} of the catalogue is not a JSON object of the expected form.", malformed);
        }
    }
}

/// <summary>A line of <c>data/catalogue-*.jsonl</c>; see <c>data/README.md</c>.</summary>
internal sealed record CatalogueLine(
    string? MediaId,
    string? MediaType,
    string? Title,
    string? ReleaseDate,
    int[]? GenreIds,
    string[]? Cast,
    string[]? Directors,
    string[]? Countries,
    string? OriginalLanguage,
    int? Runtime,
    double? VoteAverage,
    double Popularity,
    string? WikidataId,
    string? ImdbId,
    long? TmdbId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CatalogueLine))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
