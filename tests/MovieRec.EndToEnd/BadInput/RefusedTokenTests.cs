using MovieRec.Api;
using MovieRec.TestKit;
using MovieRec.TestKit.BadInput;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Requests;

namespace MovieRec.EndToEnd.BadInput;

/// <summary>Requests without a genuine access token, which protected routes reject without further detail.</summary>
public sealed class RefusedTokenTests(SharedHost host, RefusedTokenTests.Owner owner) : IClassFixture<RefusedTokenTests.Owner>
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var table = new TheoryData<string, string>();
            foreach (var route in Routes.All.Where(route => route.Access == Access.Protected))
            {
                foreach (var (what, _) in ForgedTokens.All)
                    table.Add(route.ToString(), what);
            }

            return table;
        }
    }

    public static TheoryData<string> ProtectedRoutes =>
        [.. Routes.All.Where(route => route.Access == Access.Protected).Select(route => route.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task ProtectedRoute_WithoutAGenuineAccessToken_IsUnauthorizedAndChangesNothing(string route, string what)
    {
        var genuine = await owner.GetAsync(host);

        var response = await SendAsync(route, ForgedTokens.All.Single(forged => forged.What == what).Authorization(genuine));

        ($"{response.Status} {response.Code}", await owner.Victim.StateAsync()).ShouldBe(("401 Unauthorized", Victim.Unchanged));
        response.Json.TryGetProperty("details", out _).ShouldBeFalse("the reason is only for the log");
    }

    /// <summary>Rejects a head of more than 10,240 bytes in the gateway, before any authorizer runs.</summary>
    [Theory]
    [MemberData(nameof(ProtectedRoutes))]
    public async Task ProtectedRoute_WithATokenOf17KiB_IsRefusedAndChangesNothing(string route)
    {
        var genuine = await owner.GetAsync(host);
        var response = await SendAsync(route, $"Bearer {genuine.Access}{new string('A', 17 * 1024)}");
        ($"{response.Status} {response.Code}", await owner.Victim.StateAsync()).ShouldBe((BadRequest.TooLarge, Victim.Unchanged));
    }

    /// <summary>Rejects a genuine, unexpired token of another installation's pool.</summary>
    [Fact]
    public async Task ProtectedRoute_WithATokenOfAnotherPool_IsUnauthorized()
    {
        using var folder = new TemporaryFolder();
        await using var elsewhere = await host.StartAsync(folder.Path);
        using var foreigner = await elsewhere.NewUserAsync("ann@example.com");
        (await foreigner.GetAsync("/user/favourites")).Status.ShouldBe(200);
        await owner.GetAsync(host);
        foreach (var route in Routes.All.Where(route => route.Access == Access.Protected))
        {
            var response = await SendAsync(route.ToString(), $"Bearer {foreigner.AccessToken}");
            ($"{response.Status} {response.Code}", await owner.Victim.StateAsync())
                .ShouldBe(("401 Unauthorized", Victim.Unchanged), route.ToString());
        }
    }

    [Fact]
    public async Task Token_UnderBearerInAnotherCase_IsTaken()
    {
        var genuine = await owner.GetAsync(host);
        (await SendAsync("GET /user/favourites", $"bearer  {genuine.Access}")).Status.ShouldBe(200);
    }

    /// <summary>Ignores all other sources of identity: cookies, query parameters and the gateway's own headers.</summary>
    [Theory]
    [MemberData(nameof(ProtectedRoutes))]
    public async Task Token_AnywhereButInAuthorization_IsNotRead(string name)
    {
        var genuine = await owner.GetAsync(host);
        var route = ValidRequests.GetRoute(name);
        var (target, body) = ValidRequests.Create(route);
        var parameters = $"{ValidRequests.Separator(target)}access_token={genuine.Access}&Authorization=Bearer%20{genuine.Access}";
        var response = await owner.Victim.Anonymous.SendAsync(
            new HttpMethod(route.Method), target + parameters, body,
            ("Cookie", $"access_token={genuine.Access}"), ("X-Authorization", $"Bearer {genuine.Access}"),
            ("Proxy-Authorization", $"Bearer {genuine.Access}"), ("x-amzn-oidc-accesstoken", genuine.Access),
            ("X-User-Id", (await owner.Victim.GetAsync(host)).UserId!));
        ($"{response.Status} {response.Code}", await owner.Victim.StateAsync()).ShouldBe(("401 Unauthorized", Victim.Unchanged));
    }

    private async Task<ClientResponse> SendAsync(string name, string? authorization)
    {
        var route = ValidRequests.GetRoute(name);
        var (target, body) = ValidRequests.Create(route);
        return await owner.Victim.Anonymous.SendAsync(
            new HttpMethod(route.Method), target, body, authorization is null ? [] : [("Authorization", authorization)]);
    }

    /// <summary>Owner of the genuine tokens that the forgeries are made from.</summary>
    public sealed class Owner : IDisposable
    {
        private ForgedTokens.Material? _genuine;

        internal Victim Victim { get; } = new();

        internal async Task<ForgedTokens.Material> GetAsync(SharedHost host) =>
            _genuine ??= await ForgedTokens.Material.GetAsync(await Victim.GetAsync(host));

        public void Dispose()
        {
            Victim.Dispose();
            _genuine?.Key.Dispose();
        }
    }
}
