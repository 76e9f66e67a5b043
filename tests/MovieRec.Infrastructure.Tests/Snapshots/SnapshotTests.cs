using System.Text;
using System.Text.Json.Nodes;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Snapshots;

/// <summary>Complete templates, and the permissions of the roles in a readable form.</summary>
public sealed class SnapshotTests(Stacks stacks)
{
    [Fact]
    public void InfrastructureStack_IsTheOneReviewed() => Snapshot.ShouldMatch(stacks.Default.Text, "infrastructure-stack.json");

    [Fact]
    public void PrerequisitesStack_IsTheOneReviewed() => Snapshot.ShouldMatch(stacks.Prerequisites.Text, "prerequisites-stack.json");

    [Fact]
    public void WebStack_IsTheOneReviewed() => Snapshot.ShouldMatch(stacks.Web.Text, "web-stack.json");

    [Fact]
    public void RoleOfTheWebStack_MayDoWhatWasReviewed() => Snapshot.ShouldMatch(Statements(stacks.Web), "role-web.txt");

    [Fact]
    public void SharedRole_MayDoWhatWasReviewed() => Snapshot.ShouldMatch(Statements(stacks.Default), "role-shared.txt");

    [Fact]
    public void RolesPerFunction_MayDoWhatWasReviewed() => Snapshot.ShouldMatch(Statements(stacks.PerFunction), "role-per-function.txt");

    private static string Statements(Template template)
    {
        var text = new StringBuilder();
        foreach (var role in template.GetResources("AWS::IAM::Role"))
        {
            text.Append(role.Text("Description")).Append('\n');
            foreach (var statement in role["Policies"]!.AsArray().SelectMany(policy => policy!["PolicyDocument"]!["Statement"]!.AsArray()))
                Append(text, statement!);
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, JsonNode statement)
    {
        text.Append(
            $"  {Template.Plain(statement["Sid"])}: {Template.Plain(statement["Effect"])} "
            + $"{string.Join(", ", Template.Texts(statement["Action"]))}\n");
        foreach (var resource in Template.Texts(statement["Resource"]))
            text.Append($"    {resource}\n");
    }
}
