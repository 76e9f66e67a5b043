using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.MediaLists;
using MovieRec.Aws.Tables;
using MovieRec.Engine.Titles;

namespace MovieRec.Aws.MediaLists;

/// <summary>Entries of a list as items; an entry's <c>movieId</c> is <c>movie#603</c>, in legacy items a film's bare number.</summary>
internal static class MediaListItems
{
    public const string AddedAt = "addedAt";

    public static Dictionary<string, AttributeValue> Key(string userId, string movieId) => new(StringComparer.Ordinal)
    {
        [TableSchema.UserId] = Attributes.Text(userId),
        [TableSchema.MovieId] = Attributes.Text(movieId),
    };

    /// <summary>Returns the possible <c>movieId</c>s of an entry, the current format first.</summary>
    public static IEnumerable<string> MovieIds(TitleKey key) =>
        key.Kind == MediaKind.Movie ? [key.ToString(), key.Id.ToString()] : [key.ToString()];

    public static string GetMovieId(Dictionary<string, AttributeValue> item) => item[TableSchema.MovieId].S;

    public static Dictionary<string, AttributeValue> Write(string userId, string movieId, MediaListEntry entry)
    {
        var item = Key(userId, movieId);
        item["title"] = Attributes.Text(entry.Title);
        item["genreIds"] = Attributes.Numbers(entry.GenreIds);
        item[AddedAt] = Attributes.Text(Timestamps.Text(entry.AddedAt));
        Set(item, "posterPath", entry.PosterPath);
        Set(item, "backdropPath", entry.BackdropPath);
        Set(item, "releaseDate", entry.ReleaseDate);
        Set(item, "voteAverage", entry.VoteAverage);
        Set(item, "popularity", entry.Popularity);
        Set(item, "overview", entry.Overview);
        return item;
    }

    /// <summary>Reads an entry; returns null if the key is not valid.</summary>
    public static MediaListEntry? Read(Dictionary<string, AttributeValue> item)
    {
        var movieId = GetMovieId(item);
        if (!TitleKey.TryParse(movieId, out var key))
        {
            if (!TitleKey.TryParseId(movieId, out var id))
                return null;
            key = new TitleKey(MediaKind.Movie, id);
        }
        return new MediaListEntry
        {
            Key = key,
            Title = item.GetText("title") ?? "",
            PosterPath = item.GetText("posterPath"),
            BackdropPath = item.GetText("backdropPath"),
            ReleaseDate = item.GetText("releaseDate"),
            VoteAverage = item.GetNumber("voteAverage"),
            Popularity = item.GetNumber("popularity"),
            GenreIds = item.GetIntegers("genreIds"),
            Overview = item.GetText("overview"),
            AddedAt = GetAddedAt(item),
        };
    }

    /// <summary>Returns the time at which an entry was added; if unknown, earlier than any other.</summary>
    public static DateTimeOffset GetAddedAt(Dictionary<string, AttributeValue> item) =>
        Timestamps.ToMilliseconds(item.GetTime(AddedAt) ?? DateTimeOffset.UnixEpoch);

    private static void Set(Dictionary<string, AttributeValue> item, string name, string? text)
    {
        if (text is not null)
            item[name] = Attributes.Text(text);
    }

    private static void Set(Dictionary<string, AttributeValue> item, string name, double? number)
    {
        if (number is { } known)
            item[name] = Attributes.Number(known);
    }
}
