using MovieRec.TestKit.Http;

namespace MovieRec.TestKit.Requests;

/// <summary>All stored data of a user, as the JSON of the responses: equal texts mean an unchanged record.</summary>
public static class StoredRecord
{
    /// <summary>Stores preferences and an entry in each list, so that the user has data to lose.</summary>
    public static Task FillAsync(ApiClient owner, string mark) => FillAsync((path, body) => owner.PostAsync(path, body), mark);

    /// <summary>Does the same through any function that posts as that user.</summary>
    public static async Task FillAsync(Func<string, object, Task<ClientResponse>> postAsync, string mark)
    {
        (await postAsync("/user/preferences", new { favoriteGenres = new[] { "878" }, keywords = new[] { mark } })).Status.ShouldBe(200);
        foreach (var list in (string[])["/user/favourites", "/user/watchlist"])
        {
            (await postAsync(
                list, new { mediaId = ValidRequests.MediaId, mediaType = "movie", title = $"Film of {mark}" })).Status.ShouldBe(200);
            // Entries of one millisecond have no order of their own.
            var added = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            while (TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() == added)
                await Task.Yield();
            (await postAsync(
                list, new { mediaId = ValidRequests.MediaId, mediaType = "tv", title = $"Series of {mark}" })).Status.ShouldBe(200);
        }
    }

    public static Task<string> GetAsync(ApiClient owner) => GetAsync(path => owner.GetAsync(path));

    /// <summary>Reads the record through any function that gets as that user.</summary>
    public static async Task<string> GetAsync(Func<string, Task<ClientResponse>> getAsync)
    {
        string[] parts = ["/user/preferences", "/user/favourites", "/user/watchlist"];
        var texts = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            var response = await getAsync(part);
            response.Status.ShouldBe(200, response.Text);
            texts.Add(response.Text);
        }

        return string.Join('\n', texts);
    }
}
