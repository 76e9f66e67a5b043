using MovieRec.TestKit.Http;

namespace MovieRec.EndToEnd.Requests;

/// <summary>All that the service keeps for a user, as the JSON text that it answers: equal texts are an unchanged record.</summary>
internal static class StoredRecord
{
    /// <summary>Gives a user something to lose: preferences and an entry in each list.</summary>
    public static async Task FillAsync(ApiClient owner, string mark)
    {
        (await owner.PostAsync("/user/preferences", new { favoriteGenres = new[] { "878" }, keywords = new[] { mark } })).Status.ShouldBe(200);
        foreach (var list in (string[])["/user/favourites", "/user/watchlist"])
        {
            (await owner.PostAsync(list, new { mediaId = ValidRequests.MediaId, mediaType = "movie", title = $"Film of {mark}" })).Status.ShouldBe(200);
            (await owner.PostAsync(list, new { mediaId = ValidRequests.MediaId, mediaType = "tv", title = $"Series of {mark}" })).Status.ShouldBe(200);
        }
    }

    public static async Task<string> OfAsync(ApiClient owner)
    {
        string[] parts = ["/user/preferences", "/user/favourites", "/user/watchlist"];
        var texts = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            var answer = await owner.GetAsync(part);
            answer.Status.ShouldBe(200, answer.Text);
            texts.Add(answer.Text);
        }

        return string.Join('\n', texts);
    }
}
