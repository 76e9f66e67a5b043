using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Constructs;

namespace MovieRec.Infrastructure.Operations;

/// <summary>Dashboard of the service: alarms on top, then the gateway, the functions and the tables.</summary>
internal sealed class OperationsDashboard : Dashboard
{
    public OperationsDashboard(Construct scope, MonitoredResources watched, Alarms alarms)
        : base(scope, "Dashboard", new DashboardProps { DashboardName = Stack.Of(scope).StackName, DefaultInterval = Duration.Hours(12) })
    {
        AddWidgets(
            new AlarmStatusWidget(new AlarmStatusWidgetProps { Title = "Alarms", Width = 24, Height = 3, Alarms = [.. alarms.All] }));
        AddWidgets(
            Graph("Requests", watched.Requests),
            Graph("Answered 4xx and 5xx, part of all", watched.ClientErrorRate, watched.ServerErrorRate),
            Graph("Latency, p50 and p99 (ms)", watched.MedianLatency, watched.SlowestPercent));
        AddWidgets(
            Graph("Invocations", watched.EachFunction("Invocations")),
            Graph("Errors", watched.EachFunction("Errors")),
            Graph("Duration, p99 (ms)", watched.EachFunction("Duration", "p99")));
        AddWidgets(
            Graph("Read capacity", watched.EachTable("ConsumedReadCapacityUnits")),
            Graph("Write capacity", watched.EachTable("ConsumedWriteCapacityUnits")),
            Graph("Refused: functions, tables, refreshes", watched.FunctionThrottles, watched.TableThrottles, watched.RefreshFailures));
    }

    private static GraphWidget Graph(string title, params IMetric[] metrics) =>
        new(new GraphWidgetProps { Title = title, Width = 8, Height = 6, Left = metrics });
}
