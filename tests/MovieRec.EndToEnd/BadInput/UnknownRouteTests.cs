using MovieRec.Api;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Requests;

namespace MovieRec.EndToEnd.BadInput;

/// <summary>Methods and paths outside the route table: 404 with the contract's body, with or without a token.</summary>
public sealed class UnknownRouteTests(SharedHost host, Victim victim) : IClassFixture<Victim>
{
    private static readonly string[] s_methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "FAVOURITE"];

    public static TheoryData<string, string> Methods
    {
        get
        {
            var table = new TheoryData<string, string>();
            foreach (var path in Routes.All.Select(route => route.Path).Distinct())
            {
                foreach (var method in s_methods.Where(method => !Routes.All.Any(route => route.Path == path && route.Method == method)))
                    table.Add(method, path);
            }

            return table;
        }
    }

    public static TheoryData<string, string> Paths => new()
    {
        { "unknown", "/nothing" },
        { "the stage alone", "" },
        { "the stage with a slash", "/" },
        { "another case", "/Media" },
        { "another case in the middle", "/user/Favourites" },
        { "all upper case", "/MEDIA" },
        { "a slash at the end", "/media/" },
        { "a slash at the end of a protected path", "/user/favourites/" },
        { "two slashes at the front", "//media" },
        { "two slashes in the middle", "/user//favourites" },
        { "the stage twice", "/prod/media" },
        { "a segment more", "/media/603" },
        { "a segment less", "/user" },
        { "a space at the end", "/media%20" },
        { "a percent-encoded slash", "/user%2Ffavourites" },
        { "a percent-encoded backslash", "/user%5Cfavourites" },
        { "a backslash", "/user\\..\\favourites" },
        { "an encoded percent sign", "/%256Dedia" },
        { "a matrix parameter", "/media;a=b" },
        { "a file extension", "/media.json" },
        { "another spelling", "/user/favorites" },
        { "a full-width letter", "/ｍedia" },
        { "an invisible letter", "/media%E2%80%8B" },
        { "the page's files", "/site.css" },
        { "the inbox under the stage", "/dev/inbox" },
        { "a file of the machine", "/..%2F..%2F..%2Fetc%2Fpasswd" },
        { "a name of an object's own", "/__proto__" },
        { "2,000 segments", string.Concat(Enumerable.Repeat("/a", 2_000)) },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Method_NotOfThePath_IsNotFoundAndChangesNothing(string method, string path)
    {
        var client = await victim.GetAsync(host);

        var response = await client.SendAsync(new HttpMethod(method), $"{path}?mediaId={ValidRequests.MediaId}", null);

        ($"{response.Status} {response.Code}", await victim.StateAsync()).ShouldBe(("404 NotFound", Victim.Unchanged));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Path_NotOfTheTable_IsNotFound(string what, string path)
    {
        using var client = new ApiClient(host.Address);
        var response = await client.GetAsync(path);
        $"{response.Status} {response.Code}".ShouldBe("404 NotFound", what);
    }

    [Fact]
    public async Task Head_OfARoute_IsNotFoundWithoutABody()
    {
        using var client = await host.NewUserAsync();
        foreach (var path in Routes.All.Select(route => route.Path).Distinct())
        {
            var response = await client.SendAsync(HttpMethod.Head, path, null);
            response.Status.ShouldBe(404, path);
            response.Text.ShouldBeEmpty(path);
        }
    }
}
