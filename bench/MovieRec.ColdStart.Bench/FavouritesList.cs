using Amazon.DynamoDBv2;
using MovieRec.Api;
using MovieRec.Api.MediaLists;
using MovieRec.Aws;
using MovieRec.Aws.MediaLists;
using MovieRec.Aws.Tables;
using MovieRec.Emulators;
using MovieRec.Engine.Titles;

namespace MovieRec.ColdStart.Bench;

/// <summary>Requested list, written by the product's own store so that its items are realistic.</summary>
internal static class FavouritesList
{
    private static readonly string[] s_titles = ["The Matrix", "Spirited Away", "Heat", "Alien", "Paddington 2"];

    public static int Count => s_titles.Length;

    public static async Task WriteAsync(IAmazonDynamoDB client, CancellationToken cancellationToken)
    {
        var names = new TableNames(new Dictionary<Table, string>());
        await EmulatedTables.CreateAsync(client, names, cancellationToken);
        var tables = new MovieRecTables(client, names, TimeProvider.System, new Random(1));
        // bootstrap prefetches this key; it is created once per table, so not by the measured processes.
        await new DynamoDbContinuationKey(tables, Table.Favourites, () => new byte[ContinuationTokens.KeyBytes])
            .ReadAsync(cancellationToken);
        var list = DynamoDbMediaListStore.Favourites(tables);
        var added = new DateTimeOffset(2026, 11, 1, 20, 15, 0, 123, TimeSpan.Zero);
        for (var at = 0; at < s_titles.Length; at++)
        {
            var entry = new MediaListEntry
            {
                Key = new TitleKey(MediaKind.Movie, 603 + (at * 17)),
                Title = s_titles[at],
                PosterPath = $"/poster{at}.jpg",
                BackdropPath = at % 2 == 0 ? $"/backdrop{at}.jpg" : null,
                ReleaseDate = $"{1979 + (at * 9)}-03-30",
                VoteAverage = 7.1 + (at / 10.0),
                Popularity = 61.25 - at,
                GenreIds = [28, 878, 12 + at],
                Overview =
                    "A clerk finds out that the world is not what it seems, and that a good friend has known it all along. What follows is "
                    + "told in two hours, with few words and much rain, and ends where it began.",
                AddedAt = added.AddDays(at),
            };
            await list.AddAsync(Issuer.UserId, entry, cancellationToken);
        }
    }
}
