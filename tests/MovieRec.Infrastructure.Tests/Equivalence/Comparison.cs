using MovieRec.Api;
using MovieRec.Api.Http;
using MovieRec.Aws;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Equivalence;

/// <summary>Compares a template with a route table and a running service; returns one line per difference.</summary>
internal static class Comparison
{
    public static IReadOnlyList<string> Differences(Template template, IReadOnlyList<Route> routes, Observed observed)
    {
        var gateway = new DeployedGateway(template);
        return
        [
            .. CompareRoutes(gateway, routes, observed),
            .. CompareFunctions(gateway, routes, observed),
            .. ComparePreflight(gateway, observed),
            .. CompareErrors(gateway, observed),
        ];
    }

    private static IEnumerable<string> CompareRoutes(DeployedGateway gateway, IReadOnlyList<Route> routes, Observed observed)
    {
        var methods = gateway.Methods.Where(method => method.Verb != "OPTIONS")
            .ToDictionary(method => method.ToString(), StringComparer.Ordinal);
        var rows = routes.ToDictionary(route => route.ToString(), StringComparer.Ordinal);
        foreach (var name in methods.Keys.Union(rows.Keys, StringComparer.Ordinal).Union(observed.Protected.Keys, StringComparer.Ordinal))
        {
            var method = methods.GetValueOrDefault(name);
            var row = rows.GetValueOrDefault(name);
            if (method is null || row is null || !observed.Protected.TryGetValue(name, out var asksForToken))
            {
                yield return $"{name}: the stack, the table and the host do not all have it";
                continue;
            }

            var guarded = method.Authorization == "COGNITO_USER_POOLS" && method.Authorizer?.Text("Type") == "COGNITO_USER_POOLS"
                && method.Scopes.SequenceEqual([observed.Scope]);
            if (!guarded && method.Authorization != "NONE")
                yield return $"{name}: its authorizer does not ask for the scope {observed.Scope} and nothing else";
            if (guarded != (row.Access == Access.Protected) || guarded != asksForToken)
                yield return $"{name}: the stack, the table and the host do not agree who may call it";
            if (method.Handler != $"{row.Function}Function")
                yield return $"{name}: calls {method.Handler} instead of {row.Function}Function";
            if (!method.MayInvoke)
                yield return $"{name}: the gateway may not call its function";
        }
    }

    private static IEnumerable<string> CompareFunctions(DeployedGateway gateway, IReadOnlyList<Route> routes, Observed observed)
    {
        var functions = gateway.Functions;
        foreach (var name in Enum.GetValues<FunctionName>())
        {
            if (!functions.TryGetValue($"{name}Function", out var function))
            {
                yield return $"{name}Function: is not deployed";
                continue;
            }

            var own = routes.Where(route => route.Function == name).ToArray();
            if (function.HasLayer != own.Any(route => route.Access == Access.Protected))
                yield return $"{name}Function: has the JWT layer without need, or lacks it";
            var echoes = CorsPolicy.Parse(function.Environment["ALLOWED_ORIGINS"]);
            foreach (var route in own.Where(route => observed.Echoed.ContainsKey(route.ToString())))
            {
                if (!echoes.Origins.Order(StringComparer.Ordinal)
                    .SequenceEqual(observed.Echoed[route.ToString()].Order(StringComparer.Ordinal)))
                {
                    yield return $"{route}: the stack and the host echo different origins";
                }
            }
        }

        // The union counts for shared roles.
        foreach (var role in functions.Values.GroupBy(function => string.Join('\n', function.Permissions.All), StringComparer.Ordinal))
        {
            string[] handlers = [.. role.Select(function => function.Handler)];
            var rows = routes.Where(route => handlers.Contains($"{route.Function}Function")).ToArray();
            var turns = Schedule.All.Where(schedule => handlers.Contains($"{schedule.Function}Function")).ToArray();
            foreach (var table in Enum.GetValues<Table>())
            {
                var reads = rows.Any(row => row.Reads.Contains(table)) || turns.Any(turn => turn.Reads.Contains(table));
                var writes = rows.Any(row => row.Writes.Contains(table)) || turns.Any(turn => turn.Writes.Contains(table));
                var needed = (reads ? TableOperations.Reads(table) : []).Union(writes ? TableOperations.Writes(table) : [])
                    .Order(StringComparer.Ordinal);
                if (!needed.SequenceEqual(role.First().Permissions.On(table)))
                    yield return $"{table}: {string.Join(", ", handlers)} have other permissions than their routes require";
            }
        }
    }

    private static IEnumerable<string> ComparePreflight(DeployedGateway gateway, Observed observed)
    {
        foreach (var ((path, origin), response) in observed.Preflights)
        {
            // HTTP/1.1 and HTTP/2 write the name in different case.
            foreach (var name in new[] { "Origin", "origin" })
            {
                if (gateway.Preflight(path, From(name, origin)) is not { } deployed || !Same(deployed, response))
                    yield return $"OPTIONS {path}: the stack and the host respond differently to '{origin}'";
            }
        }
    }

    private static IEnumerable<string> CompareErrors(DeployedGateway gateway, Observed observed)
    {
        foreach (var ((type, origin), error) in observed.Errors)
        {
            if (gateway.Error(type, From("Origin", origin)) is not { } deployed)
            {
                yield return $"{type}: the stack has no such gateway response";
                continue;
            }

            if (!deployed.Body.Remove("requestId"))
                yield return $"{type}: has no request id";
            if (deployed.Status != error.Status || deployed.Body.ToJsonString() != error.Body || !Same(deployed.Headers, error.Headers))
                yield return $"{type}: the stack and the host respond differently to '{origin}'";
        }
    }

    private static Dictionary<string, string> From(string name, string origin) =>
        origin.Length == 0 ? [] : new(StringComparer.Ordinal) { [name] = origin };

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(field => other.TryGetValue(field.Key, out var value) && value == field.Value);
}
