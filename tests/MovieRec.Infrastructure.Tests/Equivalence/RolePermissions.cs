using MovieRec.Api;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Equivalence;

/// <summary>Permissions of a role, each with one action on one resource.</summary>
internal sealed class RolePermissions(IReadOnlyList<(string Action, string Resource)> all)
{
    public IReadOnlyList<(string Action, string Resource)> All => all;

    public static RolePermissions Read(Template template, Resource role)
    {
        var own = role["Policies"]?.AsArray().Select(policy => policy!["PolicyDocument"]) ?? [];
        var attached = template.GetResources("AWS::IAM::Policy")
            .Where(policy => policy["Roles"]!.AsArray().Any(name => template.Referred(name).Id == role.Id))
            .Select(policy => policy["PolicyDocument"]);
        return new(
        [
            .. own.Concat(attached).SelectMany(document => document!["Statement"]!.AsArray())
                .Where(statement => Template.Plain(statement!["Effect"]) == "Allow")
                .SelectMany(statement => Template.Texts(statement!["Action"]).SelectMany(
                    action => Template.Texts(statement["Resource"]).Select(resource => (action, resource)))),
        ]);
    }

    /// <summary>Returns the DynamoDB operations granted on a table, without its indexes.</summary>
    public IReadOnlyList<string> On(Table table) =>
    [
        .. all.Where(grant => grant.Resource.EndsWith($":table/{table}", StringComparison.Ordinal))
            .Select(grant => grant.Action["dynamodb:".Length..]).Order(StringComparer.Ordinal),
    ];
}
