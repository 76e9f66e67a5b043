using System.Text.Json.Nodes;

namespace MovieRec.TestKit.Hosts.Events;

/// <summary>REST proxy events as API Gateway creates them.</summary>
public static class ProxyEvents
{
    public static string Scheduled { get; } = """
        {"version":"0","id":"event-7","detail-type":"Scheduled Event","source":"aws.events","account":"1","time":"2026-11-22T12:00:00Z",
        "region":"eu-west-1","resources":["arn:aws:events:eu-west-1:1:rule/refresh"],"detail":{}}
        """;

    /// <summary>Creates a complete event of <c>GET /prod/user/favourites</c> with the given changes.</summary>
    public static string Get(Action<JsonObject>? change = null)
    {
        var proxied = new JsonObject
        {
            ["resource"] = "/user/favourites",
            ["path"] = "/user/favourites",
            ["httpMethod"] = "GET",
            ["headers"] = new JsonObject { ["Authorization"] = "Bearer a.b.c", ["origin"] = "http://localhost:3000" },
            ["multiValueHeaders"] = new JsonObject
            {
                ["Authorization"] = new JsonArray("Bearer a.b.c"),
                ["origin"] = new JsonArray("http://localhost:3000"),
            },
            ["queryStringParameters"] = null,
            ["multiValueQueryStringParameters"] = null,
            ["pathParameters"] = null,
            ["stageVariables"] = null,
            ["requestContext"] = new JsonObject
            {
                ["resourceId"] = "abc",
                ["resourcePath"] = "/user/favourites",
                ["httpMethod"] = "GET",
                ["path"] = "/prod/user/favourites",
                ["stage"] = "prod",
                ["requestId"] = "gateway-1",
                ["identity"] = new JsonObject { ["sourceIp"] = "203.0.113.9", ["userAgent"] = "any" },
                ["authorizer"] = new JsonObject { ["claims"] = new JsonObject { ["sub"] = "another-user" } },
            },
            ["body"] = null,
            ["isBase64Encoded"] = false,
        };
        change?.Invoke(proxied);
        return proxied.ToJsonString();
    }
}
