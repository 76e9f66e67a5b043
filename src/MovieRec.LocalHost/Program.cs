using MovieRec.LocalHost;
using MovieRec.LocalHost.Gateway;

return await HostProgram.RunAsync(args, new HostLimits());
