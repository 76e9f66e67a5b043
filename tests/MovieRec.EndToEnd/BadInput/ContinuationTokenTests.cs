using MovieRec.TestKit.BadInput;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Requests;

namespace MovieRec.EndToEnd.BadInput;

/// <summary>Continuation tokens, which are valid only unchanged, and for their own user and list.</summary>
public sealed class ContinuationTokenTests(SharedHost host)
{
    [Theory]
    [InlineData("/user/favourites")]
    [InlineData("/user/watchlist")]
    public async Task NextToken_AsItWasGiven_LeadsToTheRestOfTheList(string list)
    {
        using var client = await FilledAsync();
        var token = await TokenAsync(client, list);
        var rest = await client.GetAsync($"{list}?limit=1&nextToken={token}");
        rest.Status.ShouldBe(200, rest.Text);
        rest.Json.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("/user/favourites")]
    [InlineData("/user/watchlist")]
    public async Task NextToken_WithOneCharacterChanged_IsRefusedAtEveryPosition(string list)
    {
        using var client = await FilledAsync();
        var token = await TokenAsync(client, list);
        for (var position = 0; position < token.Length; position++)
        {
            var changed = token.ToCharArray();
            changed[position] = changed[position] == 'A' ? 'B' : 'A';
            await RefusedAsync(client, list, new string(changed));
        }
    }

    [Fact]
    public async Task NextToken_OfTheOtherList_IsRefused()
    {
        using var client = await FilledAsync();
        await RefusedAsync(client, "/user/watchlist", await TokenAsync(client, "/user/favourites"));
        await RefusedAsync(client, "/user/favourites", await TokenAsync(client, "/user/watchlist"));
    }

    [Fact]
    public async Task NextToken_OfAnotherUser_IsRefused()
    {
        using var owner = await FilledAsync();
        using var other = await FilledAsync();
        await RefusedAsync(other, "/user/favourites", await TokenAsync(owner, "/user/favourites"));
    }

    [Fact]
    public async Task NextToken_Padded_Shortened_OrLengthened_IsRefused()
    {
        using var client = await FilledAsync();
        var token = await TokenAsync(client, "/user/favourites");
        foreach (var other in (string[])[token[..^1], token + "A", token + "=", token + "%20", "%20" + token, token + token, token + "%0A"])
            await RefusedAsync(client, "/user/favourites", other);
    }

    private async Task<ApiClient> FilledAsync()
    {
        var client = await host.NewUserAsync();
        await StoredRecord.FillAsync(client, "the owner");
        return client;
    }

    private static async Task<string> TokenAsync(ApiClient client, string list) =>
        (await client.GetAsync($"{list}?limit=1")).Json.GetProperty("nextToken").GetString()!;

    private static async Task RefusedAsync(ApiClient client, string list, string token)
    {
        var response = await client.GetAsync($"{list}?limit=1&nextToken={token}");
        $"{response.Status} {response.Code}".ShouldBe(BadRequest.Invalid, token);
    }
}
