using System.Globalization;
using System.IO.Compression;
using MovieRec.Api.Outcomes;

namespace MovieRec.Cli.Ratings;

/// <summary>
/// Reads ratings: MovieLens <c>ratings.csv</c>, <c>u.data</c> and <c>ratings.dat</c>, or lines of <c>user item rating timestamp</c>.
/// </summary>
/// <remarks>Fields are separated by tabs, commas, semicolons, <c>::</c> or spaces. A header line is optional; without one the columns are
/// in that order, and rating and timestamp may be missing. The file may be compressed with gzip.</remarks>
internal static class RatingsFile
{
    /// <summary>Maximum share of unreadable lines; the run fails above it.</summary>
    public const double MostUnreadable = 0.01;

    private const int Shown = 5;

    public static RatingsTable Read(string path) => Read(path, new NameNumbers(), new NameNumbers());

    /// <exception cref="ConfigurationException">More than 1 % of the lines cannot be read, or there are no ratings.</exception>
    public static RatingsTable Read(string path, NameNumbers users, NameNumbers items)
    {
        using var file = Open(path);
        using var reader = new StreamReader(file);
        var ratings = new List<Rating>();
        var unreadable = new List<string>();
        var (lines, bad) = (0, 0);
        RatingColumns? columns = null;
        while (reader.ReadLine() is { } line)
        {
            lines++;
            if (line.Length == 0)
                continue;
            if (columns is null)
            {
                columns = RatingColumns.Parse(line, out var isHeader);
                if (isHeader)
                    continue;
            }
            if (columns.TryRead(line, users, items, out var rating))
            {
                ratings.Add(rating);
                continue;
            }
            if (++bad <= Shown)
                unreadable.Add(string.Create(CultureInfo.InvariantCulture, $"line {lines}: {(line.Length > 80 ? line[..80] : line)}"));
        }
        if (bad > MostUnreadable * (ratings.Count + bad))
        {
            throw new ConfigurationException(
                $"{path}: {bad:N0} of {ratings.Count + bad:N0} lines cannot be read as ratings, which is more than 1 "
                + $"%.\n{string.Join('\n', unreadable)}");
        }
        if (ratings.Count == 0)
            throw new ConfigurationException($"{path} holds no ratings.");
        return new RatingsTable(users, items, ratings, new UnreadableLines(bad, unreadable));
    }

    /// <summary>Opens a file and decompresses it if it begins with gzip's signature.</summary>
    /// <exception cref="ConfigurationException">The file does not exist.</exception>
    public static Stream Open(string path)
    {
        if (!File.Exists(path))
            throw new ConfigurationException($"{path} does not exist.");
        var file = File.OpenRead(path);
        var compressed = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        return compressed ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}
