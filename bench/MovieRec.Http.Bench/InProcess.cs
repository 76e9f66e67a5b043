using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MovieRec.Api;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Preferences;
using MovieRec.Api.Recommendations;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.MediaLists;
using MovieRec.TestKit.Http;

namespace MovieRec.Http.Bench;

/// <summary>Cost of the recommendations function without HTTP, but with storage.</summary>
internal static class InProcess
{
    private const int Requests = 3_000;
    private const int Favourites = 50;

    public static async Task RunAsync(WebApplication app, ApiClient client)
    {
        foreach (
            var title in (await client.GetAsync("/media?listType=popular&limit=50&page=3")).Json.GetProperty("results").EnumerateArray()
                .Take(Favourites - 20))
        {
            await client.PostAsync(
                "/user/favourites",
                new { mediaId = title.GetProperty("id").GetInt64(), mediaType = title.GetProperty("media_type").GetString() });
        }
        var database = app.Services.GetRequiredService<MovieRecDatabase>();
        var catalogue = app.Services.GetRequiredService<CatalogueCache>();
        var function = new MovieRecFunction(
            app.Services.GetRequiredService<IPreferencesStore>(), SqliteMediaListStore.Favourites(database),
            SqliteMediaListStore.Watchlist(database),
            catalogue, app.Services.GetRequiredService<ITitleRecords>(), app.Services.GetRequiredService<IWantedTitles>(),
            TimeProvider.System);
        var request = new ApiRequest
        {
            Method = "GET",
            Path = "/recommendations",
            Route = Routes.Find("GET", "/recommendations"),
            RequestId = "bench",
        };
        var caller = new Caller(client.UserId!);
        var held = (await client.GetAsync("/user/favourites")).Json.GetProperty("items").GetArrayLength();

        var times = new List<double>(Requests);
        for (var number = -500; number < Requests; number++)
        {
            var started = Stopwatch.GetTimestamp();
            await function.HandleAsync(request, caller, CancellationToken.None);
            if (number >= 0) // the first ones warm up
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        await Console.Error.WriteLineAsync(
            $"recommendations in process, {held} favourites, {(await catalogue.CurrentAsync(CancellationToken.None)).Catalogue.Count:N0} "
            + "titles: "
            + $"p50 {times[Requests / 2]:F2} ms  p99 {times[Requests * 99 / 100]:F2} ms");
    }
}
