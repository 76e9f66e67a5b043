using System.Net.Http.Headers;
using System.Text.Json;
using MovieRec.Api.Outcomes;

namespace MovieRec.Emulators;

/// <summary>User pool and app client in cognito-local, found or created.</summary>
internal sealed record EmulatedPool(string PoolId, string ClientId)
{
    private const string Name = "MovieRec";
    private const int AllOfThem = 60;

    private static readonly string[] s_verified = ["email"];
    private static readonly string[] s_flows = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"];

    /// <summary>Opens or creates the pool; the first one is used, since no other program uses the folder.</summary>
    public static async Task<EmulatedPool> OpenAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var pools = await CallAsync(http, "ListUserPools", new { MaxResults = AllOfThem }, cancellationToken);
        var pool = First(pools.GetProperty("UserPools"))
            ?? (await CallAsync(http, "CreateUserPool", new { PoolName = Name, AutoVerifiedAttributes = s_verified }, cancellationToken))
                .GetProperty("UserPool");
        var poolId = pool.GetProperty("Id").GetString()!;

        var clients = await CallAsync(http, "ListUserPoolClients", new { UserPoolId = poolId, MaxResults = AllOfThem }, cancellationToken);
        var client = First(clients.GetProperty("UserPoolClients"))
            ?? (await CallAsync(http, "CreateUserPoolClient", ClientFor(poolId), cancellationToken)).GetProperty("UserPoolClient");
        return new EmulatedPool(poolId, client.GetProperty(nameof(ClientId)).GetString()!);
    }

    /// <summary>Returns the request for an app client whose tokens have Cognito's default lifetimes.</summary>
    private static object ClientFor(string poolId) => new
    {
        UserPoolId = poolId,
        ClientName = Name,
        ExplicitAuthFlows = s_flows,
        PreventUserExistenceErrors = "ENABLED",
        AccessTokenValidity = 1,
        RefreshTokenValidity = 30,
        TokenValidityUnits = new { AccessToken = "hours", IdToken = "hours", RefreshToken = "days" },
    };

    private static JsonElement? First(JsonElement listed) => listed.GetArrayLength() == 0 ? null : listed[0];

    private static async Task<JsonElement> CallAsync(HttpClient http, string operation, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "");
        request.Headers.Add("X-Amz-Target", $"AWSCognitoIdentityProviderService.{operation}");
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new ConfigurationException(
                $"cognito-local responded {(int)response.StatusCode} to {operation}: remove its folder to begin anew.");
        }
        return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }
}
