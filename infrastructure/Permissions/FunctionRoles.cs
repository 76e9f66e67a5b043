using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;
using MovieRec.Api;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure.Permissions;

/// <summary>The role that all functions share, or with <c>roles=perFunction</c> one role per function.</summary>
internal sealed class FunctionRoles
{
    private readonly Dictionary<FunctionName, IRole> _roles = [];

    public FunctionRoles(Construct scope, StackSettings settings, Grants grants, IReadOnlyDictionary<FunctionName, LogGroup> logs)
    {
        var shares = settings.RolePerFunction
            ? logs.Keys.Select(function => ($"{function}Role", new[] { function }))
            : [("FunctionRole", [.. logs.Keys])];
        foreach (var (id, functions) in shares)
        {
            var role = new Role(scope, id, new RoleProps
            {
                AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
                Description = $"Execution role of {string.Join(", ", functions)}",
                // Inline, so that a function that has its role has its permissions.
                InlinePolicies = new Dictionary<string, PolicyDocument>(StringComparer.Ordinal)
                {
                    ["Rows"] = grants.To(functions, functions.Select(function => logs[function].LogGroupArn)),
                },
            });
            // The constructs would add permissions on their own; Grants alone decides.
            var fixedRole = role.WithoutPolicyUpdates();
            foreach (var function in functions)
                _roles[function] = fixedRole;
        }
    }

    public IRole Get(FunctionName function) => _roles[function];
}
